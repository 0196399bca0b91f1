package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that is wrong everywhere is told so soon: the pauses of a run add up to less than 45 s. */
class WaitsAreBoundedTest {
    record Wrong(String name, Twist twist) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Wrong> servers() {
        return Stream.of(
                new Wrong("persons_have_a_uid", Shapes.objects(renamed("uuid", "uid"))),
                new Wrong("lists_have_items", Shapes.objects(renamed("results", "items"))),
                new Wrong("lists_are_empty", Shapes.fields("results", "results", List.of(), "count", 0)),
                new Wrong("nothing_is_counted", Shapes.fields("count", "count", 4711)),
                new Wrong(
                        "members_are_not_found",
                        (ask, next) -> ask.path().size() == 6 && ask.method().equals("GET")
                                ? Refused.notFound().reply()
                                : next.apply(ask)));
    }

    private static UnaryOperator<Map<String, @Nullable Object>> renamed(String name, String other) {
        return object -> {
            if (object.containsKey(name)) {
                object.put(other, object.remove(name));
            }
            return object;
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("servers")
    void ends_soon(Wrong server) {
        var pauses = new ArrayList<Duration>();
        var report = Judged.inside(Judged.world(), server.twist(), true, pauses::add);

        assertThat(report.results(Outcome.Failed.class))
                .extracting(Result::level)
                .contains(Level.MUST);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(38));
    }
}
