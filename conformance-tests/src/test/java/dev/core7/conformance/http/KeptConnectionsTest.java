package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.RawServer;
import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeptConnectionsTest {
    private static final byte[] ANSWER = "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.UTF_8);

    private final CyclicBarrier turn = new CyclicBarrier(2);

    private void meet() throws IOException {
        try {
            turn.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IOException(e);
        }
    }

    /** Responds once on every connection, and then closes or resets (RST) it on demand. */
    private RawServer hangingUp(boolean reset) {
        return new RawServer(socket -> {
            socket.getOutputStream().write(ANSWER);
            meet(); // the answer has been read
            socket.setSoLinger(reset, 0);
            socket.close();
            meet(); // the connection is gone
        });
    }

    private List<String> askTwice(RawServer server, String method) throws NoAnswerException, IOException {
        var transport = new RestAssuredTransport(Targets.at(server.url()), Duration.ofSeconds(20));
        assertThat(transport.send(request(method, "/", Map.of(), null)).status())
                .isEqualTo(204);
        meet();
        meet();
        assertThat(transport.send(request(method, "/", Map.of(), null)).status())
                .isEqualTo(204);
        return server.heads();
    }

    @ParameterizedTest
    @CsvSource({"GET, false", "HEAD, false", "OPTIONS, false", "GET, true", "HEAD, true", "OPTIONS, true"})
    void a_safe_request_on_a_connection_that_was_closed_is_repeated(String method, boolean reset)
            throws NoAnswerException, IOException {
        try (var server = hangingUp(reset)) {
            assertThat(askTwice(server, method)).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"POST, false", "PATCH, false", "DELETE, false", "POST, true", "PATCH, true", "DELETE, true"})
    void a_write_is_not_sent_on_a_connection_that_was_closed(String method, boolean reset)
            throws NoAnswerException, IOException {
        try (var server = hangingUp(reset)) {
            assertThat(askTwice(server, method)).hasSize(2);
        }
    }

    @Test
    void repeating_a_request_is_not_logged() throws NoAnswerException, IOException {
        var log = new CopyOnWriteArrayList<String>();
        var listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                log.add(line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var all = Logger.getLogger("");
        all.addHandler(listener);
        try (var server = hangingUp(true)) {
            askTwice(server, "GET");
            assertThat(log).isEmpty();
        } finally {
            all.removeHandler(listener);
        }
    }
}
