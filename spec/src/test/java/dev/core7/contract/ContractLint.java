package dev.core7.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Checks conventions of the contract that its reader does not check, as named rules. */
final class ContractLint {
    /** A rule. Returns its error messages, which name the location and how to fix it. */
    @FunctionalInterface
    interface Rule {
        Stream<String> complaints(LintedDocument contract);
    }

    private ContractLint() {}

    /** All rules by name. */
    static Map<String, Rule> rules() {
        var rules = new LinkedHashMap<String, Rule>();
        List.of(
                        OperationRules.RULES,
                        ResponseRules.RULES,
                        ExampleRules.RULES,
                        LinkRules.RULES,
                        SchemaRules.RULES,
                        ExtensionRules.RULES)
                .forEach(rules::putAll);
        return rules;
    }

    /** Returns rule → error messages for a document, without rules that pass. Errors of the reader belong to the rule "reader". */
    static Map<String, List<String>> complaints(String yaml) {
        var all = new LinkedHashMap<String, List<String>>();
        try {
            var contract = LintedDocument.of(yaml);
            rules().forEach((name, rule) -> {
                var complaints = rule.complaints(contract).distinct().toList();
                if (!complaints.isEmpty()) {
                    all.put(name, complaints);
                }
            });
        } catch (InputException e) {
            all.put("reader", List.of(e.getMessage().replaceFirst("^openapi.yaml:\\d+: ", "")));
        }
        return all;
    }

    /** Returns the bundled document as text. */
    static String bundled() throws IOException {
        try (var in = ContractLint.class.getResourceAsStream("/openapi.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
