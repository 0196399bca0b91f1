package dev.core7.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The example of the README. */
class AnnotationsClientTest {
    @RegisterExtension
    static final PostHogMock mock = PostHogMock.start();

    @Test
    void reads_annotations() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(mock.url() + "/api/projects/1/annotations/"))
                .header("Authorization", "Bearer " + mock.key("annotation:read"));
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void is_what_the_readme_shows() throws IOException {
        var source = Files.readString(Path.of("src/test/java/dev/core7/mock/junit/AnnotationsClientTest.java"));
        var example =
                source.substring(source.indexOf("    @RegisterExtension"), source.indexOf("    @Test\n    void is_"));
        assertThat(Files.readString(Path.of("../README.md")))
                .contains("```java\n" + example.strip().indent(-4).strip());
    }
}
