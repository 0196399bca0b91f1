package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.run.Response;
import dev.core7.conformance.run.Transport.NoAnswerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTransportTest {
    private final List<Duration> waited = new ArrayList<>();
    private int sent;

    private Response send(Response... answers) throws NoAnswerException {
        var all = Arrays.asList(answers);
        return new PatientTransport(request -> all.get(Math.min(sent++, all.size() - 1)), waited::add).send(get("/"));
    }

    private static Response limited(String retryAfter) {
        return new Response(429, Map.of("retry-after", List.of(retryAfter)), new byte[0], false, Duration.ZERO);
    }

    private static Response ok() {
        return new Response(200, Map.of(), new byte[0], false, Duration.ZERO);
    }

    @Test
    void an_answer_that_is_not_429_is_passed_on_at_once() throws NoAnswerException {
        assertThat(send(ok()).status()).isEqualTo(200);
        assertThat(waited).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "0, 0", "90, 90", "100000, 90", "soon, 1", "-1, 1", "1.5, 1", "'', 1", "99999999999999999999, 1"
    })
    void a_429_is_waited_for_as_it_says_but_no_longer_than_90_seconds(String header, int seconds)
            throws NoAnswerException {
        assertThat(send(limited(header), ok()).status()).isEqualTo(200);
        assertThat(waited).containsExactly(Duration.ofSeconds(seconds));
    }

    @Test
    void a_429_is_passed_on_after_five_tries() throws NoAnswerException {
        assertThat(send(limited("1")).status()).isEqualTo(429);
        assertThat(sent).isEqualTo(5);
        assertThat(waited).hasSize(4);
    }

    @Test
    void an_interrupted_wait_is_no_answer_and_stays_interrupted() {
        var transport = new PatientTransport(request -> limited("1"), duration -> {
            throw new InterruptedException();
        });
        assertThatThrownBy(() -> transport.send(get("/")))
                .isInstanceOf(NoAnswerException.class)
                .hasMessage("interrupted while waiting for the rate limit");
        assertThat(Thread.interrupted()).isTrue();
    }
}
