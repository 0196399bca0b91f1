package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled contract passes every rule, and the edits in {@code lint-*.yaml} break every rule. */
class ContractLintTest {
    private static final List<String> TABLES = List.of("operations", "responses", "links", "schemas");

    @Test
    void the_bundled_contract_passes_every_rule() throws IOException {
        assertThat(ContractLint.complaints(ContractLint.bundled())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("edits")
    void a_broken_copy_breaks_only_the_expected_rule(DocumentEdit edit) throws IOException {
        assertThat(ContractLint.complaints(edit.apply(ContractLint.bundled())))
                .isEqualTo(Map.of(edit.rule(), edit.complaints()));
    }

    @Test
    void every_rule_is_broken_by_an_edit() throws IOException {
        var broken = new TreeSet<String>();
        edits().forEach(edit -> broken.add(edit.rule()));
        var rules = new TreeSet<>(ContractLint.rules().keySet());
        rules.add("reader");
        assertThat(broken).isEqualTo(rules);
    }

    private static Stream<DocumentEdit> edits() throws IOException {
        var edits = Stream.<DocumentEdit>builder();
        for (String table : TABLES) {
            DocumentEdit.table("lint-" + table + ".yaml").forEach(edits);
        }
        return edits.build();
    }
}
