package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static Exchange took(String operation, int millis) {
        var exchange = Runs.exchange(operation, new Purpose.Documented(""), 200, "{}");
        return new Exchange(
                exchange.sent(),
                exchange.request(),
                new Response(200, Map.of(), new byte[0], false, Duration.ofMillis(millis)));
    }

    @Test
    void tells_the_median_and_p95_of_each_operation_in_the_order_of_the_contract() {
        var exchanges = Stream.concat(
                        Stream.of(took("cohorts_list", 50)),
                        IntStream.rangeClosed(1, 100).mapToObj(i -> took("annotations_list", 101 - i)))
                .toList();
        assertThat(Timing.of(Runs.report(List.of(), exchanges)))
                .containsExactly(
                        new Timing("annotations_list", "100", "50 ms", "95 ms", 200, 105),
                        new Timing("cohorts_list", "1", "50 ms", "50 ms", 105, 105));
    }

    @Test
    void a_run_without_an_answer_or_without_a_measurable_time_has_no_division_by_zero() {
        assertThat(Timing.of(Runs.report(List.of()))).isEmpty();
        assertThat(Timing.of(Runs.report(List.of(), List.of(took("cohorts_list", 0)))))
                .containsExactly(new Timing("cohorts_list", "1", "0 ms", "0 ms", 0, 0));
    }
}
