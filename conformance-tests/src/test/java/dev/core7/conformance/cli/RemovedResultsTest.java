package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.RemovedIds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        "annotations_list/annotation-life.list/listed, annotations_list/walk-annotations-list.whole/listed",
        "annotation-life.list/listed, annotations_list/walk-annotations-list.whole/listed",
        "annotation-life.list, walk-annotations-list.whole",
        "annotations_list/annotation-life.list, annotations_list/walk-annotations-list.whole",
        "own-id, one-create-one-object"
    })
    void a_removed_id_is_explained_by_its_successor(String removed, String successor) {
        var kit = Kit.run("explain", removed);
        assertThat(kit.complaint()).isEqualTo("0 ");
        assertThat(kit.out()).startsWith(successor + "\n\nreplaces  " + removed + "\n");
    }

    @Test
    void a_removed_id_without_successor_is_reported_as_such() {
        assertThat(Kit.run("explain", "annotations_list/annotation-pages.first-page/step-answered")
                        .complaint())
                .isEqualTo("2 kit: annotations_list/annotation-pages.first-page/step-answered: the kit no longer judges"
                        + " this, and nothing replaces it" + System.lineSeparator());
    }
}
