// The example of the README, from its imports to its end.
package dev.core7.mock.readme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.junit.PostHogMock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnnotationsClientTest {
    @RegisterExtension
    static final PostHogMock mock = PostHogMock.start();

    @Test
    void reads_annotations() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(mock.url() + "/api/projects/1/annotations/"))
                .header("Authorization", "Bearer " + mock.key("annotation:read"));
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
    }
}
