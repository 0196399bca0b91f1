package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MockOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void an_export_leaves_a_folder_for_wiremock_and_starts_nothing() {
        var kit = Kit.run("mock", "--export", folder.toString());
        assertThat(kit.complaint()).isEqualTo("0 ");
        assertThat(kit.out()).endsWith(" stubs written to " + folder.resolve("mappings") + System.lineSeparator());
        assertThat(folder.resolve("mappings/annotations_list.json")).isNotEmptyFile();
    }

    @Test
    void an_export_into_a_file_is_told_in_one_line() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        assertThat(Kit.run("mock", "--export", file.toString()).complaint())
                .startsWith("2 kit: " + file + ": cannot be written: ")
                .hasLineCount(1);
    }

    @Test
    void an_unknown_measure_of_validation_is_told_with_the_known_ones() {
        assertThat(Kit.run("mock", "--validate", "strict").complaint())
                .startsWith("2 kit mock: ")
                .contains("--validate", "strict", "ENFORCE")
                .hasLineCount(1);
    }
}
