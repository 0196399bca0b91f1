package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.preferences.Preferences;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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

    @Test
    void a_preference_that_no_operation_can_follow_is_told_in_one_line() {
        assertThat(Kit.run("mock", "--prefer", "dely=5").complaint())
                .isEqualTo(
                        "2 kit: prefer dely=5: dely: The mock supports only code, example, dynamic, seed, delay, fault and chance."
                                + System.lineSeparator());
    }

    @Test
    void a_mistake_in_a_file_of_preferences_is_told_with_its_line() throws IOException {
        var file = Files.writeString(folder.resolve("prefer.yaml"), "'*': delay=5\nannotations_lst: code=429\n");
        assertThat(Kit.run("mock", "--prefer-file", file.toString()).complaint())
                .startsWith("2 kit: " + file + ":2: annotations_lst: no such operation; the contract has ")
                .hasLineCount(1);
        assertThat(Kit.run("mock", "--prefer-file", folder.toString()).complaint())
                .startsWith("2 kit: " + folder + ": cannot be read: ")
                .hasLineCount(1);
    }

    @Test
    void the_file_in_the_document_is_one_that_the_mock_follows() throws IOException {
        var example = Files.readString(Path.of("../docs/prefer.md"))
                .split("```yaml\n")[1]
                .split("```")[0];
        var file = Files.writeString(folder.resolve("prefer.yaml"), example);
        var options = MockOptions.defaults().withPreferences(Preferences.none().with(file));
        assertThatCode(() -> MockServer.start(ContractReader.bundled(), options).close())
                .doesNotThrowAnyException();
    }

    @Test
    void the_preferences_of_the_document_are_taken_by_the_command() throws IOException {
        var document = Files.readString(Path.of("../docs/prefer.md"));
        assertThat(document).contains("--prefer delay=100-300 --prefer 'code=429, chance=10%'");
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var port = String.valueOf(socket.getLocalPort());
            var kit = Kit.run(
                    "mock",
                    "--seed",
                    "42",
                    "--prefer",
                    "delay=100-300",
                    "--prefer",
                    "code=429, chance=10%",
                    "--port",
                    port);
            assertThat(kit.complaint()).startsWith("2 kit: port " + port + " of 127.0.0.1 is in use");
        }
    }
}
