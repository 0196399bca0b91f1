package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.run.Report;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However many resources are judged at once, a run sends the same and says the same. */
class JobsTest {
    /** What a report tells and what was sent for it, but for what the server makes up anew in each run: its ids. */
    private static List<String> tale(Report report) {
        var tale = new ArrayList<>(List.of(report.verdict().word()));
        report.results()
                .forEach(r ->
                        tale.add(r.level() + " " + r.id() + " " + r.outcome().word() + " "
                                + r.outcome().reason()
                                + r.outcome().brokenPlaces().stream()
                                        .map(f -> f.where() + " " + f.expected())
                                        .toList()));
        report.exchanges()
                .forEach(e -> tale.add(
                        e.sent().id() + " " + e.request() + " " + e.response().status()));
        tale.addAll(report.leftBehind());
        return tale.stream()
                .map(line -> line.replaceAll("(?i)" + report.runId(), "RUN"))
                .map(line -> line.replaceAll("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}|\\d+", "ID"))
                .toList();
    }

    private static void saysTheSame(IntFunction<Report> run) {
        var alone = tale(run.apply(1));
        var together = tale(run.apply(4));
        for (int i = 0; i < Math.min(alone.size(), together.size()); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
        assertThat(together).hasSameSizeAs(alone);
    }

    @Test
    void of_posthog() {
        saysTheSame(jobs -> Judged.run(Judged.world(), Twist.NONE, RealServer.Wire.PLAIN, jobs));
    }

    /** One of every few, of each way to be odd. */
    static Stream<Variant> variants() {
        var all =
                BenignVariantsTest.variants().filter(variant -> variant.flows()).toList();
        return IntStream.range(0, all.size()).filter(i -> i % 24 == 0).mapToObj(all::get);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void of_a_correct_server_that_is_odd(Variant variant) {
        saysTheSame(jobs -> run(again(variant), jobs));
    }

    /** The variant with a server of its own, because a run deletes what it was lent. */
    private static Variant again(Variant variant) {
        return BenignVariantsTest.variants()
                .filter(other -> other.name().equals(variant.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Report run(Variant variant, int jobs) {
        return variant.wire()
                .map(wire -> Judged.run(variant.world().get(), variant.twist(), wire, jobs))
                .orElseGet(() -> Judged.inside(variant.world().get(), variant.twist(), jobs));
    }

    @Test
    void of_the_mock_whether_it_is_at_fault_or_not() {
        try (var mock = MockServer.start(Judged.CONTRACT, MockOptions.defaults().withState())) {
            var target = EmbeddedTarget.of(mock, Judged.CONTRACT);
            var faults = Faults.all(Judged.CONTRACT);
            for (int i = 0; i <= faults.size(); i += 1000) {
                var fault = i == 0 ? null : faults.get(i - 1);
                saysTheSame(jobs -> {
                    mock.resetState();
                    mock.activate(fault);
                    return Judged.run(target, jobs);
                });
            }
        }
    }
}
