package dev.core7.mock.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void the_readme_shows_the_example_with_its_imports() throws IOException {
        var source = Files.readString(Path.of("src/test/java/dev/core7/mock/readme/AnnotationsClientTest.java"));
        var example = source.substring(source.indexOf("import "));
        assertThat(Files.readString(Path.of("../README.md"))).contains("```java\n" + example + "```");
    }
}
