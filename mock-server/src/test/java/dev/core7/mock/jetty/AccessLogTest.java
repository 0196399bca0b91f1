package dev.core7.mock.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import dev.core7.mock.RawConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessLogTest {
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private final BlockingQueue<AccessLogEntry> told = new LinkedBlockingQueue<>();
    private MockServer mock;

    @BeforeEach
    void start() {
        mock = MockServer.start(ContractReader.bundled());
        mock.onRequest(told::add);
    }

    @AfterEach
    void stop() {
        mock.close();
    }

    /** It is told after the answer was sent, so a client may be back before. */
    private AccessLogEntry next() throws InterruptedException {
        var next = told.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void tells_each_request_whoever_answers_it() throws Exception {
        var client = Client.of(mock).scopes("*");
        int length = client.send("GET", ANNOTATIONS + "?limit=1").body().length();
        var first = next();
        assertThat(first.method()).isEqualTo("GET");
        assertThat(first.target()).isEqualTo(ANNOTATIONS + "?limit=1");
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.bytes()).isEqualTo(length);
        assertThat(first.took()).isBetween(Duration.ZERO, Duration.ofMinutes(1));
        client.send("DELETE", "/nowhere");
        assertThat(next())
                .extracting(AccessLogEntry::method, AccessLogEntry::target, AccessLogEntry::status)
                .containsExactly("DELETE", "/nowhere", 404);
        client.send("GET", "/__admin/mappings");
        assertThat(next().target()).isEqualTo("/__admin/mappings");
    }

    @Test
    void tells_what_was_refused_before_anybody_read_it() throws Exception {
        RawConnection.answer(mock, "GET / HTTP/9.9\r\n\r\n");
        assertThat(next().status()).isEqualTo(505);
    }

    @Test
    void keeps_keys_to_itself() {
        assertThat(told("/x?personal_api_key=phx_secret&limit=1")).isEqualTo("/x?personal_api_key=...&limit=1");
        assertThat(told("/x?limit=1&personal_api_key=phx_secret")).isEqualTo("/x?limit=1&personal_api_key=...");
    }

    @Test
    void is_one_short_line_of_printable_ascii() {
        assertThat(told("/\u001b[31m\u00e4")).isEqualTo("/\\u001b[31m\\u00e4");
        assertThat(told("/" + "x".repeat(1_000))).hasSize(503).endsWith("x...");
        assertThat(new AccessLogEntry(Instant.EPOCH, "GET", "/a", 200, 837, Duration.ofNanos(1_340_000)))
                .asString()
                .matches("\\d\\d:\\d\\d:00\\.000 GET /a 200 837 B 1\\.3 ms");
    }

    private static String told(String target) {
        return new AccessLogEntry(Instant.EPOCH, "GET", target, 200, 0, Duration.ZERO).target();
    }
}
