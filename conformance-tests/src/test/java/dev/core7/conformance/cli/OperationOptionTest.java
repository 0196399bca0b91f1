package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --operation} on the mock: operations that need what others set up are judged alone. */
class OperationOptionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roles_destroy",
                "cohorts_persons_retrieve",
                "cohorts_remove_person_from_static_cohort_partial_update"
            })
    void an_operation_that_builds_on_others_is_proven_alone(String operation) {
        var kit = Kit.run("check", "--operation", operation, "--out", folder.toString());

        assertThat(kit.complaint()).isEqualTo("0 ");
        assertThat(kit.out()).doesNotContain("NOT PROVEN").contains("Verdict: conformant");
    }
}
