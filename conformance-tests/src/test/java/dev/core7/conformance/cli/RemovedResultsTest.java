package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.RemovedIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of removed results is that of the kit. */
class RemovedResultsTest {
    @TempDir
    private Path folder;

    @Test
    void no_removed_id_is_one_of_a_complete_run_but_every_successor_is() throws IOException {
        var kit = Kit.run("check", "--quiet", "--out", folder.toString());
        var ids = new Judged(kit, folder)
                .results().stream()
                        .filter(result -> "passed".equals(result.get("outcome")))
                        .map(result -> String.valueOf(result.get("id")))
                        .collect(Collectors.toSet());
        var removed = RemovedIds.bundled();
        assertThat(removed.ids()).isNotEmpty().doesNotContainAnyElementsOf(ids);
        assertThat(removed.ids().stream().flatMap(id -> removed.successor(id).stream()))
                .isSubsetOf(ids);
    }
}
