package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.SECRET;
import static dev.core7.conformance.Targets.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.RawServer;
import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BrokenServersTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);
    private static final Duration MUCH = Duration.ofSeconds(5);
    private static final String LATE = "no complete response within 1 s";

    private static RestAssuredTransport transport(String url) {
        return new RestAssuredTransport(Targets.at(url), LIMIT);
    }

    private static NoAnswerException noAnswer(String url) {
        return noAnswer(transport(url));
    }

    private static NoAnswerException noAnswer(Transport transport) {
        var started = System.nanoTime();
        var e = catchThrowableOfType(NoAnswerException.class, () -> transport.send(get("/")));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(MUCH);
        assertThat(e).isNotNull();
        assertThat(e.toString()).doesNotContain(SECRET);
        return e;
    }

    /** Writes {@code drip} again and again until the client closes the connection. */
    private static RawServer dripping(String start, String drip) {
        var never = new CountDownLatch(1);
        return new RawServer(socket -> {
            write(socket, start);
            try {
                while (!never.await(50, TimeUnit.MILLISECONDS)) {
                    write(socket, drip);
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Test
    void a_request_without_a_response_fails_at_the_time_limit() {
        try (var server = dripping("", "")) {
            assertThat(noAnswer(server.url())).hasMessage(LATE);
        }
    }

    @Test
    void a_response_with_slow_headers_fails_at_the_time_limit() {
        try (var server = dripping("HTTP/1.1 200 OK\r\nX-Long: ", "x")) {
            assertThat(noAnswer(server.url())).hasMessage(LATE);
        }
    }

    @Test
    void a_response_with_a_slow_body_fails_at_the_time_limit_and_blocks_no_connection() {
        try (var server = dripping("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "x")) {
            var transport = transport(server.url());
            for (int i = 0; i < 3; i++) {
                assertThat(noAnswer(transport)).hasMessage(LATE);
            }
        }
    }

    @Test
    void a_body_without_end_is_cut_at_the_size_limit_and_blocks_no_connection() throws NoAnswerException {
        var chunk = "x".repeat(65_536);
        try (var server = new OddServer((exchange, request) -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write(chunk.getBytes(StandardCharsets.UTF_8));
            }
        })) {
            var transport = new RestAssuredTransport(Targets.at(server.url()), Duration.ofSeconds(20));
            for (int i = 0; i < 3; i++) {
                var response = transport.send(get("/"));
                assertThat(response.oversized()).isTrue();
                assertThat(response.body()).hasSize(Transport.MAX_KEPT);
            }
        }
    }

    @Test
    void bytes_that_are_not_http_are_not_a_response() {
        try (var server = RawServer.sending("220 mail.example.com ESMTP\r\n\r\n")) {
            assertThat(noAnswer(server.url())).hasMessageStartingWith("invalid HTTP response: ");
        }
    }

    @Test
    void a_connection_reset_is_not_a_response_and_not_unreachable() {
        try (var server = new RawServer(socket -> {
            socket.setSoLinger(true, 0);
            socket.close();
        })) {
            var e = noAnswer(server.url());
            assertThat(e).hasMessageStartingWith("the connection broke: ");
            assertThat(e.unreachable()).isFalse();
        }
    }

    @Test
    void a_body_shorter_than_announced_is_not_a_response() {
        try (var server = RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}")) {
            assertThat(noAnswer(server.url())).hasMessage("the connection was closed before the response was complete");
        }
    }

    @Test
    void a_header_without_a_value_is_empty() throws NoAnswerException {
        try (var server = RawServer.sending("HTTP/1.1 200 OK\r\nX-Empty:\r\nContent-Length: 2\r\n\r\n{}")) {
            var response = transport(server.url()).send(get("/"));
            assertThat(response.header("x-empty")).contains("");
            assertThat(response.text()).isEqualTo("{}");
        }
    }

    @Test
    void a_server_that_closes_connections_gets_the_next_request_on_a_new_one() throws NoAnswerException {
        try (var server = RawServer.sending("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")) {
            var transport = transport(server.url());
            for (int i = 0; i < 20; i++) {
                assertThat(transport.send(get("/")).text()).isEqualTo("{}");
            }
            assertThat(server.heads()).hasSize(20);
        }
    }

    @Test
    void a_closed_port_is_unreachable() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        var e = noAnswer("http://127.0.0.1:" + port);
        assertThat(e).hasMessageStartingWith("no connection: ");
        assertThat(e.unreachable()).isTrue();
    }

    @Test
    void an_unknown_host_is_unreachable() {
        var e = noAnswer(new RestAssuredTransport(Targets.at("http://no-such-host.invalid"), MUCH));
        assertThat(e).hasMessage("no such host");
        assertThat(e.unreachable()).isTrue();
    }

    @Test
    void a_request_that_breaks_off_is_not_repeated() {
        try (var server = new RawServer(Socket::close)) {
            assertThat(noAnswer(server.url())).hasMessage("the connection was closed without a response");
            assertThat(server.heads()).hasSize(1);
        }
    }
}
