package dev.core7.mock.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import dev.core7.mock.RawConnection;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String HEAD =
            " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer phx_mock.*\r\n";
    private static MockServer fast;
    private static MockServer slow;

    @BeforeAll
    static void start() {
        fast = MockServer.start(ContractReader.bundled());
        slow = MockServer.start(ContractReader.bundled());
        slow.wireMock().addMockServiceRequestListener((request, response) -> {});
    }

    @AfterAll
    static void stop() {
        fast.close();
        slow.close();
    }

    /** Returns the responses to a request on the fast path and through WireMock. */
    private static List<String> responses(String request) throws IOException {
        return List.of(RawConnection.send(fast, request), RawConnection.send(slow, request));
    }

    private static void assertNoServerError(String request) throws IOException {
        assertThat(responses(request))
                .allMatch(response -> response.startsWith("HTTP/1.1 ") && !response.startsWith("HTTP/1.1 5"));
    }

    private static String get(String target) {
        return "GET " + target + HEAD + "\r\n";
    }

    private static String post(String headers, String body) {
        return "POST " + ANNOTATIONS + HEAD + "Content-Type: application/json\r\n" + headers + "\r\n" + body;
    }

    @ParameterizedTest
    @ValueSource(strings = {"?a=%", "?a=%4", "?a=%zz&limit=1", "?%"})
    void invalid_percent_escape_is_refused_and_the_journal_stays_readable(String query) throws IOException {
        for (MockServer mock : new MockServer[] {fast, slow}) {
            assertThat(RawConnection.send(mock, get(ANNOTATIONS + query))).startsWith("HTTP/1.1 400");
            assertThat(mock.wireMock().getAllServeEvents()).isNotNull();
            assertThat(Client.of(mock).send("GET", "/__admin/requests").status())
                    .isEqualTo(200);
        }
    }

    /** Status 505 is allowed: the client is responsible for the version of HTTP. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET\r\n\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "GET / HTTP/9.9\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "TRACE / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "CONNECT elsewhere:443 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "BREW /api/projects/1/annotations/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET http://elsewhere/api/projects/1/annotations/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
            })
    void malformed_http_causes_no_server_error(String text) throws IOException {
        assertThat(responses(text))
                .allSatisfy(response -> assertThat(response).doesNotContainPattern("^HTTP/1.1 50[0-4]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/projects/1/annotations/%",
                "/api/projects/1/annotations/%zz/",
                "/api/projects/1/annotations/%00/",
                "/api/projects/1/annotations/%2e%2e/%2e%2e/",
                "/api/projects/1/annotations/%2F/",
                "/api/projects/1/annotations/%ff%fe/",
                "/api/projects/1/annotations/;x=y/",
                "/api/projects/1/annotations/../../../../../etc/passwd",
                "/api/projects/1/annotations/..%2f..%2f__admin/",
                "/api/projects/1/annotations/?limit=%",
                "/api/projects/1/annotations/?limit=%zz&%zz=1&&=&=x",
                "/api/projects/1/annotations/?limit=99999999999999999999999999",
                "/api/projects/1/annotations/?limit=1e999999999",
                "/api/projects/1/annotations/99999999999999999999999999999999999999999999/",
                "/api/projects/-1/annotations/",
                "/api/projects/1/annotations/?search=\u00e4\u00ff",
                "/api/projects/1/comments/?cursor=\u0001",
                "//api//projects//1//annotations//",
                "/__files/../../etc/passwd",
                "/__kit/../__admin/mappings",
                "/__admin/nothing",
                "/__admin/mappings/not-a-uuid",
                "*"
            })
    void unusual_target_causes_no_server_error(String target) throws IOException {
        assertNoServerError(get(target));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u00ff\u00fe",
                "{\"content\": \"\u00ed\u00a0\u0080\"}",
                "{\"content\": \"\\ud800\"}",
                "{\"content\": 1e999999999}",
                "{\"content\": 1, \"content\": 2}",
                "[[[[[[[[]]]]]]]]",
                "null",
                "\"text\""
            })
    void unusual_body_causes_no_server_error(String body) throws IOException {
        assertNoServerError(post("Content-Length: " + body.length() + "\r\n", body));
    }

    @Test
    void refuses_deeply_nested_json() throws IOException {
        String deep = "[".repeat(100_000);
        assertThat(responses(post("Content-Length: " + deep.length() + "\r\n", deep)))
                .allMatch(response ->
                        response.startsWith("HTTP/1.1 400 ") && response.contains("\"code\":\"parse_error\""));
    }

    @Test
    void refuses_large_headers() throws IOException {
        String header = "X-Long: " + "x".repeat(100_000) + "\r\n";
        assertThat(RawConnection.send(fast, post(header + "Content-Length: 0\r\n", "")))
                .startsWith("HTTP/1.1 431 ")
                .contains("Content-Type: application/json", "\"type\":\"invalid_request\"");
    }

    @Test
    void refuses_a_large_body_before_it_is_read() throws IOException {
        assertThat(responses(post("Content-Length: 100000000\r\n", "")))
                .allMatch(response -> response.startsWith("HTTP/1.1 413 ")
                        && response.contains("\"detail\":\"The body is larger than 20971520 bytes.\""));
    }

    @Test
    void refuses_a_large_body_of_unknown_length_while_it_is_read() throws IOException {
        byte[] chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        String head = post("Transfer-Encoding: chunked\r\n", "");
        for (MockServer mock : new MockServer[] {fast, slow}) {
            String response = RawConnection.send(mock, out -> {
                out.write(head.getBytes(StandardCharsets.ISO_8859_1));
                for (int written = 0; written <= BodyLimitHandler.MAX_BYTES; written += 0x10000) {
                    out.write(chunk);
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            });
            assertThat(response)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("\"detail\":\"The body is larger than 20971520 bytes.\"");
        }
    }

    @Test
    void serves_other_clients_while_a_thousand_connections_are_idle() throws IOException {
        var url = URI.create(fast.url());
        var idle = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 1_000; i++) {
                var socket = new Socket(url.getHost(), url.getPort());
                idle.add(socket);
                socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.ISO_8859_1));
            }
            assertThat(Client.withAllScopes(fast).send("GET", ANNOTATIONS).status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void serves_other_clients_while_a_hundred_bodies_are_slow() throws IOException {
        var url = URI.create(slow.url());
        var waiting = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 100; i++) {
                var socket = new Socket(url.getHost(), url.getPort());
                waiting.add(socket);
                socket.getOutputStream()
                        .write(post("Content-Length: 10\r\n", "{").getBytes(StandardCharsets.ISO_8859_1));
            }
            assertThat(Client.withAllScopes(slow).send("GET", ANNOTATIONS).status())
                    .isEqualTo(200);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void refuses_transfer_codings_of_http_1_0() throws IOException {
        String request = "POST " + ANNOTATIONS + " HTTP/1.0\r\nHost: x\r\nAuthorization: Bearer phx_mock.*\r\n"
                + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n";
        assertThat(responses(request)).allMatch(response -> response.contains(" 400 "));
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data,400",
        "multipart/form-data; boundary=,400",
        "Multipart/Form-Data; charset=utf-8,400",
        "multipart/form-data; boundary=x,201",
        "multipart/form-data; charset=utf-8; boundary=\"x\",201"
    })
    void refuses_parts_without_a_boundary(String contentType, int status) throws IOException {
        String body = "--x\r\nContent-Disposition: form-data; name=\"content\"\r\n\r\nhello\r\n--x--\r\n";
        String request = "POST " + ANNOTATIONS + HEAD + "Content-Type: " + contentType + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
        assertThat(responses(request)).allMatch(response -> response.startsWith("HTTP/1.1 " + status + " "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/projects/1/%61nnotations/", "/%61%70i/projects/%40current/annotat%69ons/"})
    void percent_encoded_letters_mean_the_same(String target) throws IOException {
        assertThat(responses(get(target))).allMatch(response -> response.startsWith("HTTP/1.1 200 "));
    }

    @Test
    void a_stub_that_cannot_be_rendered_is_told_as_json() throws IOException {
        try (var broken = MockServer.start(ContractReader.bundled())) {
            broken.wireMock()
                    .stubFor(WireMock.get("/broken").willReturn(WireMock.ok().withBodyFile("missing.json")));
            assertThat(RawConnection.send(broken, get("/broken")))
                    .startsWith("HTTP/1.1 5")
                    .contains("Content-Type: application/json", "\"type\"")
                    .doesNotContain("at com.github", "<html");
        }
    }
}
