package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.SECRET;
import static dev.core7.conformance.Targets.get;
import static dev.core7.conformance.Targets.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.target.Target;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class ClientTransportTest {
    private static final String JSON = "application/json";
    private static final String TEXT = "{\"name\":\"Zoë 🦔\"}";

    abstract Transport transport(Target target, Duration limit);

    private Transport transport(OddServer server) {
        return transport(Targets.at(server.url()), Duration.ofSeconds(20));
    }

    private Response ask(OddServer.Answer answer) throws NoAnswerException {
        try (var server = new OddServer(answer)) {
            return transport(server).send(get("/"));
        }
    }

    @Test
    void reads_a_body_in_utf_8() throws NoAnswerException {
        var response = ask((exchange, request) -> OddServer.send(exchange, 200, JSON, TEXT));
        assertThat(response.text()).isEqualTo(TEXT);
        assertThat(response.mediaType()).isEqualTo(JSON);
    }

    @Test
    void reads_a_compressed_body() throws NoAnswerException {
        var response = ask((exchange, request) -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(gzip(TEXT));
        });
        assertThat(response.text()).isEqualTo(TEXT);
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void reads_a_chunked_body() throws NoAnswerException {
        var response = ask((exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            for (byte b : TEXT.getBytes(StandardCharsets.UTF_8)) {
                exchange.getResponseBody().write(b);
                exchange.getResponseBody().flush();
            }
        });
        assertThat(response.text()).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 401, 405, 500})
    void reads_a_response_without_a_body(int status) throws NoAnswerException {
        var response = ask((exchange, request) -> exchange.sendResponseHeaders(status, -1));
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.isEmpty()).isTrue();
    }

    @Test
    void reads_the_headers_of_a_head_request() throws NoAnswerException {
        try (var server = OddServer.always(200, JSON, TEXT)) {
            var response = transport(server).send(request("HEAD", "/", Map.of(), null));
            assertThat(response.header("content-type")).contains(JSON);
            assertThat(response.isEmpty()).isTrue();
        }
    }

    @Test
    void follows_no_redirect() throws NoAnswerException {
        try (var trap = OddServer.always(200, "text/html", "log in");
                var server = new OddServer((exchange, request) -> {
                    exchange.getResponseHeaders().set("Location", trap.url() + "/login");
                    exchange.sendResponseHeaders(302, -1);
                })) {
            assertThat(transport(server).send(get("/")).status()).isEqualTo(302);
            assertThat(trap.seen()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "DELETE", "PUT"})
    void sends_a_body_unchanged(String method) throws NoAnswerException {
        var body = "{\"a\": \"Zoë 🦔 \\u0000\", \"b\":1.50}\r\n ";
        try (var server = OddServer.always(200, JSON, "{}")) {
            transport(server).send(request(method, "/x/", Map.of("Content-Type", JSON), body));
            var seen = server.seen().get(0);
            assertThat(seen.method()).isEqualTo(method);
            assertThat(seen.body()).isEqualTo(body);
            assertThat(seen.header("content-type")).containsExactly(JSON);
            assertThat(seen.header("authorization")).containsExactly("Bearer " + SECRET);
        }
    }

    @Test
    void sends_the_headers_of_the_request_unchanged() throws NoAnswerException {
        try (var server = OddServer.always(200, JSON, "{}")) {
            transport(server).send(request("GET", "/", Map.of("Accept", "text/csv", "X-Empty", ""), null));
            assertThat(server.seen().get(0).header("accept")).containsExactly("text/csv");
            assertThat(server.seen().get(0).header("x-empty")).containsExactly("");
        }
    }

    @ParameterizedTest
    @CsvSource({"/a/%2e%2e/b/", "/a/..%2Fb/", "/a/%00/", "/a/?q=%26%3D&r=a%2Bb", "/a/%F0%9F%A6%94/", "/a/{id}/?x=%25"})
    void sends_a_hostile_path_unchanged(String path) throws NoAnswerException {
        var escaped = path.replace("{", "%7B").replace("}", "%7D");
        try (var server = OddServer.always(200, JSON, "{}")) {
            transport(server).send(get(escaped));
            assertThat(server.seen()).extracting(OddServer.Seen::path).isEqualTo(List.of(escaped));
        }
    }

    @Test
    void keeps_no_cookie_and_answers_no_challenge() throws NoAnswerException {
        try (var server = new OddServer((exchange, request) -> {
            exchange.getResponseHeaders().add("Set-Cookie", "session=1; Path=/");
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"x\"");
            exchange.sendResponseHeaders(401, -1);
        })) {
            var transport = transport(server);
            transport.send(get("/"));
            transport.send(get("/"));
            assertThat(server.seen()).hasSize(2);
            assertThat(server.seen().get(1).header("cookie")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a=b; Max-Age=never", "a=b; Expires=some day", "flag", "=", "a=\"b", "a=b; Max-Age=99999999999"})
    void an_invalid_cookie_is_ignored(String cookie) throws NoAnswerException {
        var response = ask((exchange, request) -> {
            exchange.getResponseHeaders().set("Set-Cookie", cookie);
            OddServer.send(exchange, 200, JSON, TEXT);
        });
        assertThat(response.text()).isEqualTo(TEXT);
    }

    @Test
    void leaves_no_connection_taken_after_500_requests_of_every_kind() throws NoAnswerException {
        try (var server = new OddServer((exchange, request) -> {
            int status = Integer.parseInt(request.path().substring(1));
            OddServer.send(exchange, status, JSON, status == 200 || status == 404 ? TEXT : "");
        })) {
            var transport = transport(server);
            for (int i = 0; i < 500; i++) {
                var status = List.of(200, 204, 404, 405, 500).get(i % 5);
                var method = i % 7 == 0 ? "HEAD" : "GET";
                assertThat(transport
                                .send(request(method, "/" + status, Map.of(), null))
                                .status())
                        .isEqualTo(status);
            }
        }
    }
}
