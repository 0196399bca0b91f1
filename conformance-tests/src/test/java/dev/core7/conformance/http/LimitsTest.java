package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.RawServer;
import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.run.TimeBudget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The size of responses is limited: each part of a response, and all bodies of a run together. */
class LimitsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\\r\\n";

    /** A server that sends a text, and then a part repeatedly until the client closes the connection. */
    private static RawServer endless(String start, String part) {
        return new RawServer(socket -> {
            socket.getOutputStream().write(start.translateEscapes().getBytes(StandardCharsets.UTF_8));
            var bytes = part.translateEscapes().repeat(1000).getBytes(StandardCharsets.UTF_8);
            while (true) {
                socket.getOutputStream().write(bytes);
            }
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "HTTP/1.1 200 | a",
                OK + "X-Large: | a",
                OK + " | X: a\\r\\n",
                OK + " | X:\\r\\n",
                OK + "Transfer-Encoding: chunked\\r\\n\\r\\n1; | a",
                OK + "Transfer-Encoding: chunked\\r\\n\\r\\n2\\r\\n{}\\r\\n0\\r\\n | X: a\\r\\n"
            })
    void an_endless_head_chunk_extension_or_trailer_is_not_read(String start, String part) {
        try (var server = endless(start, part)) {
            var transport = new RestAssuredTransport(Targets.at(server.url()), LIMIT);
            assertThatThrownBy(() -> transport.send(get("/")))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessage("the response was not read: its headers, chunk extensions or trailers are larger than"
                            + " 64 KiB or 1000 lines");
        }
    }

    @Test
    void a_body_in_very_many_chunks_is_read() throws NoAnswerException {
        var chunks = "1\r\na\r\n".repeat(100_000);
        try (var server =
                RawServer.sending("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "0\r\n\r\n")) {
            var response = new RestAssuredTransport(Targets.at(server.url()), LIMIT).send(get("/"));
            assertThat(response.body()).hasSize(100_000);
        }
    }

    @Test
    void all_bodies_together_end_the_run() throws NoAnswerException {
        var budget = TimeBudget.unlimited();
        try (var server = OddServer.always(200, "text/plain", "x".repeat(Transport.MAX_BODY))) {
            var transport = new RestAssuredTransport(Targets.at(server.url()), LIMIT, Trust.DEFAULT, budget);
            for (long read = 0; read <= Transport.MAX_TOTAL_BYTES; read += Transport.MAX_BODY) {
                assertThat(budget.stopReason()).isEmpty();
                transport.send(get("/"));
            }
            assertThat(budget.stopReason().orElse("")).contains("larger than 256 MiB in total");
            assertThatThrownBy(() -> transport.send(get("/"))).isInstanceOf(Transport.NotSentException.class);
        }
    }

    @Test
    void a_connection_with_more_than_its_response_is_not_used_again() throws NoAnswerException {
        try (var server = new RawServer(socket -> socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{} and more".getBytes(StandardCharsets.UTF_8)))) {
            var transport = new RestAssuredTransport(Targets.at(server.url()), LIMIT);
            for (int i = 0; i < 3; i++) {
                assertThat(transport.send(get("/")).text()).isEqualTo("{}");
            }
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void the_end_of_a_run_ends_a_request_that_hangs() {
        var budget = TimeBudget.unlimited();
        var asked = new AtomicInteger();
        try (var server = new RawServer(socket -> {
            if (asked.incrementAndGet() == 1) {
                budget.end("enough");
            }
            socket.getInputStream().read();
        })) {
            var transport = new RestAssuredTransport(Targets.at(server.url()), LIMIT, Trust.DEFAULT, budget);
            assertThatThrownBy(() -> transport.send(get("/")))
                    .isInstanceOf(Transport.GivenUpException.class)
                    .hasMessage("enough");
        }
    }
}
