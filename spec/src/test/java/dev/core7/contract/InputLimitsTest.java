package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is too deep or too large is rejected with one line, before it uses stack or memory. */
class InputLimitsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void deep_nesting_is_rejected_with_the_line(String open) {
        assertThatThrownBy(() -> YamlNode.parse("a: 1\nb:\n " + open.repeat(20_000), "target.yaml"))
                .isInstanceOf(InputException.class)
                .hasMessage("target.yaml:3: nested deeper than 100 levels");
    }

    @Test
    void a_hundred_levels_are_read() {
        var text = "[".repeat(101) + "]".repeat(101);
        assertThat(YamlNode.parse(text, "target.yaml").at("/0".repeat(100))).isPresent();
        assertThatThrownBy(() -> YamlNode.parse("[" + text + "]", "target.yaml"))
                .hasMessageContaining("100 levels");
    }

    @Test
    void a_large_file_and_an_endless_file_are_rejected() throws IOException {
        var file = Files.write(folder.resolve("large"), new byte[11]);
        assertThat(InputFile.bytes(file, 11)).hasSize(11);
        assertThatThrownBy(() -> InputFile.text(file, 10))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("is larger than");
        var endless = Path.of("/dev/zero");
        if (Files.exists(endless)) {
            assertThatThrownBy(() -> InputFile.text(endless, 1024 * 1024))
                    .hasMessage("/dev/zero: is larger than the limit of 1 MiB");
        }
    }
}
