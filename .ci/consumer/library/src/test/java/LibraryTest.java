import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.core7.client.ApiClient;
import dev.core7.client.api.AnnotationsApi;
import dev.core7.mock.junit.PostHogMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stubs answer, and the client understands the mock. */
class LibraryTest {
    @RegisterExtension
    static final PostHogMock mock = PostHogMock.start();

    /** A server that has done nothing yet. */
    private static final class Server implements dev.core7.server.api.AnnotationsApi {}

    @Test
    void what_is_not_implemented_answers_501() {
        assertEquals(501, new Server().annotationsRetrieve("1", 1).getStatusCode().value());
    }

    @Test
    void the_client_reads_from_the_mock() throws Exception {
        var client = new ApiClient();
        client.updateBaseUri(mock.url());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + mock.key("annotation:read")));
        assertEquals("string", new AnnotationsApi(client).annotationsRetrieve("1", 7).getContent());
    }
}
