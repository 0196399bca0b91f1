package dev.core7.contract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The conventions of the contract beyond what its reader demands, as named rules over one OpenAPI document. */
final class ContractLint {
    /** One convention: what it complains of, each complaint with the place and the remedy. */
    @FunctionalInterface
    interface Rule {
        Stream<String> complaints(Linted contract);
    }

    private ContractLint() {}

    /** Every rule by its name. */
    static Map<String, Rule> rules() {
        var rules = new LinkedHashMap<String, Rule>();
        List.of(
                        OperationRules.RULES,
                        AnswerRules.RULES,
                        ExampleRules.RULES,
                        LinkRules.RULES,
                        SchemaRules.RULES,
                        ExtensionRules.RULES)
                .forEach(rules::putAll);
        return rules;
    }

    /** Rule → its complaints about a document, rules without one left out; what the reader refuses is the rule "reader". */
    static Map<String, List<String>> complaints(String yaml) {
        var all = new LinkedHashMap<String, List<String>>();
        try {
            var contract = Linted.of(yaml);
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

    /** The bundled document as text. */
    static String bundled() throws IOException {
        try (var in = ContractLint.class.getResourceAsStream("/openapi.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
