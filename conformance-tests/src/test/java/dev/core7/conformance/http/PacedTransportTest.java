package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.spi.RetryDelay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PacedTransportTest {
    private final List<Duration> waited = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private long now = -5;

    private final PacedTransport paced = new PacedTransport(
            request -> {
                sent.add(request.path());
                return new Response(200, Map.of(), new byte[0], false, Duration.ZERO);
            },
            60,
            duration -> {
                waited.add(duration);
                now += duration.toNanos();
                return true;
            },
            () -> now);

    @Test
    void the_first_request_is_sent_immediately_and_the_others_are_evenly_spaced() throws NoAnswerException {
        for (int i = 0; i < 3; i++) {
            paced.send(get("/"));
        }
        assertThat(waited).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
        assertThat(sent).hasSize(3);
    }

    @Test
    void a_pause_of_the_run_is_not_followed_by_a_burst() throws NoAnswerException {
        paced.send(get("/"));
        now += Duration.ofMinutes(1).toNanos();
        paced.send(get("/"));
        paced.send(get("/"));
        assertThat(waited).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void the_time_of_a_response_is_part_of_the_interval() throws NoAnswerException {
        paced.send(get("/"));
        now += Duration.ofMillis(400).toNanos();
        paced.send(get("/"));
        assertThat(waited).containsExactly(Duration.ofMillis(600));
    }

    @Test
    void an_interrupted_wait_sends_nothing() throws NoAnswerException {
        var hasty = new PacedTransport(paced, 1, RetryDelay.REAL, () -> 0);
        hasty.send(get("/"));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> hasty.send(get("/")))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("interrupted while waiting for the rate limit");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent).hasSize(1);
    }
}
