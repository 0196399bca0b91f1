package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.spi.RetryDelay;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
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
    private long now;

    private Response send(Response... answers) throws NoAnswerException {
        var all = Arrays.asList(answers);
        return patient(request -> all.get(Math.min(sent++, all.size() - 1))).send(get("/"));
    }

    private PatientTransport patient(Transport inner) {
        return new PatientTransport(
                inner,
                duration -> {
                    waited.add(duration);
                    now += duration.toNanos();
                    return true;
                },
                () -> now);
    }

    private static Response limited(String retryAfter) {
        return new Response(429, Map.of("retry-after", List.of(retryAfter)), new byte[0], false, Duration.ZERO);
    }

    private static Response ok() {
        return new Response(200, Map.of(), new byte[0], false, Duration.ZERO);
    }

    private static Response overloaded(Map<String, List<String>> headers) {
        return new Response(503, headers, new byte[0], false, Duration.ZERO);
    }

    @Test
    void a_server_that_never_stops_limiting_ends_the_run_and_the_user_is_notified_once() throws NoAnswerException {
        var budget = TimeBudget.unlimited();
        var notices = new ArrayList<String>();
        var patient = new PatientTransport(
                request -> limited("2"), duration -> budget.stopReason().isEmpty(), () -> 0, budget, notices::add);
        assertThat(patient.send(get("/")).status()).isEqualTo(429);
        assertThat(patient.send(get("/")).status()).isEqualTo(429);
        assertThat(budget.stopReason()).isEmpty();
        assertThat(patient.send(get("/")).status()).isEqualTo(429);
        assertThat(budget.stopReason())
                .contains("the server did not stop limiting the request rate: it returned 429 15 times in a"
                        + " row; set --max-requests-per-minute to its limit");
        assertThatThrownBy(() -> patient.send(get("/"))).isInstanceOf(Transport.NotSentException.class);
        assertThat(notices)
                .containsExactly("the server limits the request rate (status 429): waiting 2 s,"
                        + " and later whenever it asks to wait");
    }

    @Test
    void a_response_that_does_not_ask_to_wait_is_returned_immediately() throws NoAnswerException {
        assertThat(send(ok()).status()).isEqualTo(200);
        assertThat(send(overloaded(Map.of())).status()).isEqualTo(503);
        assertThat(waited).isEmpty();
    }

    @Test
    void a_503_that_says_for_how_long_is_waited_for() throws NoAnswerException {
        assertThat(send(overloaded(Map.of("retry-after", List.of("7"))), ok()).status())
                .isEqualTo(200);
        assertThat(waited).containsExactly(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Sun, 06 Nov 1994 08:49:37 GMT | Sun, 06 Nov 1994 08:49:49 GMT | 12
            Sun, 06 Nov 1994 08:49:37 GMT | Sun, 06 Nov 1994 08:49:37 GMT | 0
            Sun, 06 Nov 1994 08:49:37 GMT | Mon, 07 Nov 1994 08:49:37 GMT | 90
            Sun, 06 Nov 1994 08:49:37 GMT | Sun, 06 Nov 1994 08:49:36 GMT | 1
            no date                       | Sun, 06 Nov 1994 08:49:49 GMT | 1
            """)
    void a_date_is_compared_with_the_clock_of_the_server(String now, String until, int seconds)
            throws NoAnswerException {
        var headers = Map.of("date", List.of(now), "retry-after", List.of(until));
        var limited = new Response(429, headers, new byte[0], false, Duration.ZERO);
        assertThat(send(limited, ok()).status()).isEqualTo(200);
        assertThat(waited).containsExactly(Duration.ofSeconds(seconds));
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
    void while_one_request_waits_no_other_is_sent() throws NoAnswerException {
        var sentAt = new ArrayList<String>();
        var patient = patient(request -> {
            sentAt.add(request.path() + " at " + now / 1_000_000_000);
            return sentAt.size() == 1 ? limited("7") : ok();
        });
        patient.send(get("/first"));
        // As another thread sees it that comes three seconds before the first one's wait is over.
        now -= Duration.ofSeconds(3).toNanos();
        patient.send(get("/other"));
        assertThat(sentAt).containsExactly("/first at 0", "/first at 7", "/other at 7");
    }

    @Test
    void an_interrupted_wait_returns_the_429_and_keeps_the_interrupt() throws NoAnswerException {
        Transport interrupting = request -> {
            Thread.currentThread().interrupt();
            return limited("1");
        };
        var transport = new PatientTransport(interrupting, RetryDelay.REAL, () -> now);
        assertThat(transport.send(get("/")).status()).isEqualTo(429);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_wait_that_is_longer_than_the_time_that_is_left_ends_the_run_at_once() throws NoAnswerException {
        var budget = TimeBudget.of(Duration.ofHours(1), "the hour is over");
        Transport limiting = request -> limited("99999");
        var patient = new PatientTransport(limiting, budget, () -> 0, budget, notice -> {});
        assertThat(patient.send(get("/")).status()).isEqualTo(429);
        assertThat(budget.stopReason())
                .hasValueSatisfying(why -> assertThat(why).contains("asks to wait 99999 s"));
    }

    @Test
    void a_date_without_the_date_of_the_response_is_compared_with_the_local_clock() throws NoAnswerException {
        var inAnHour = ZonedDateTime.now(ZoneOffset.UTC).plusHours(1);
        assertThat(send(limited(DateTimeFormatter.RFC_1123_DATE_TIME.format(inAnHour)), ok())
                        .status())
                .isEqualTo(200);
        assertThat(waited).containsExactly(Duration.ofSeconds(90));
    }
}
