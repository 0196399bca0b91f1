package dev.core7.mock.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import dev.core7.mock.RawConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessLogTest extends FreshMock {
    private final BlockingQueue<AccessLogEntry> entries = new LinkedBlockingQueue<>();

    @BeforeEach
    void listen() {
        mock.onRequest(entries::add);
    }

    /** Waits for the next entry, which may be logged after the client has received the response. */
    private AccessLogEntry next() throws InterruptedException {
        var next = entries.poll(30, TimeUnit.SECONDS);
        assertThat(next).isNotNull();
        return next;
    }

    @Test
    void reports_requests_of_every_handler() throws Exception {
        var client = Client.withAllScopes(mock);
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
    void reports_requests_that_jetty_refuses() throws Exception {
        RawConnection.send(mock, "GET / HTTP/9.9\r\n\r\n");
        assertThat(next().status()).isEqualTo(505);
    }

    @Test
    void contains_no_keys() {
        assertThat(target("/x?personal_api_key=phx_secret&limit=1")).isEqualTo("/x?personal_api_key=...&limit=1");
        assertThat(target("/x?limit=1&personal_api_key=phx_secret")).isEqualTo("/x?limit=1&personal_api_key=...");
    }

    @Test
    void entry_is_one_short_line_of_printable_ascii() {
        assertThat(target("/\u001b[31m\u00e4")).isEqualTo("/\\u001b[31m\\u00e4");
        assertThat(target("/" + "x".repeat(1_000))).hasSize(503).endsWith("x...");
        assertThat(new AccessLogEntry(Instant.EPOCH, "GET", "/a", 200, 837, Duration.ofNanos(1_340_000)))
                .asString()
                .matches("\\d\\d:\\d\\d:00\\.000 GET /a 200 837 B 1\\.3 ms");
    }

    private static String target(String target) {
        return new AccessLogEntry(Instant.EPOCH, "GET", target, 200, 0, Duration.ZERO).target();
    }
}
