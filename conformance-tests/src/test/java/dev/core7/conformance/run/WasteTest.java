package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No request is sent twice without need. */
class WasteTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    static Stream<Target> targets() {
        var full = Targets.full(CONTRACT);
        return Stream.of(
                full,
                Targets.with(full.keys(), Map.of()),
                Targets.with(List.of(Targets.key("all", Set.of("*"))), full.fixtures()),
                Targets.with(
                        List.of(Targets.key("all", Set.of("*")), Targets.key("reader", Set.of("cohort:read"))),
                        full.fixtures()));
    }

    /**
     * Bad input has objects of its own, which are created alike. A read-back repeats an earlier or later request: what refused
     * writes have left shows at that moment only. A last look repeats an earlier request after all writes. A list is read again
     * right after each request about another project. HEAD is both another method and another form.
     */
    @ParameterizedTest
    @MethodSource("targets")
    void no_two_requests_of_a_run_are_the_same_but_for_its_read_backs_and_last_looks(Target target) throws Exception {
        var report = new Runner(CONTRACT, target, new FakeServer(CONTRACT), Selection.ALL).run(false, Progress.SILENT);

        assertThat(report.exchanges()).hasSizeGreaterThan(200);
        assertThat(report.exchanges())
                .filteredOn(e -> !(e.sent().purpose() instanceof Purpose.ReadBack))
                .filteredOn(e -> !(e.sent().purpose() instanceof Purpose.OwnershipRead))
                .filteredOn(e -> !(e.sent().purpose() instanceof Purpose.SetUp))
                .filteredOn(e -> !(e.sent().purpose() instanceof Purpose.LastLook))
                .filteredOn(e -> !(e.sent().purpose() instanceof Purpose.Elsewhere))
                .filteredOn(e -> !(e.sent().purpose() instanceof Purpose.AfterElsewhere))
                .filteredOn(e -> !(e.sent().purpose() instanceof Purpose.OtherForm form && form.isHead()))
                .extracting(e -> identity(e.request()))
                .doesNotHaveDuplicates();
        assertThat(report.exchanges())
                .filteredOn(e -> e.sent().purpose() instanceof Purpose.ReadBack)
                .extracting(e -> List.of(e.sent().name(), identity(e.request())))
                .isNotEmpty()
                .doesNotHaveDuplicates();
        assertThat(report.exchanges())
                .as(
                        "each list is read at the end, and each object for bad input once; other objects are known from responses")
                .filteredOn(e -> e.sent().purpose() instanceof Purpose.OwnershipRead)
                .extracting(e -> e.request().path())
                .containsOnlyOnce("/api/projects/1/annotations/", "/api/projects/1/cohorts/")
                .hasSizeLessThan(7);
    }

    /** All that goes out but for the run's mark, which is another one in each body. */
    private static List<String> identity(Request request) {
        var body = request.body() == null ? "no body" : request.body();
        return List.of(
                request.method(),
                request.path(),
                new TreeMap<>(request.headers()).toString(),
                request.mark().isEmpty() ? body : body.replace(request.mark(), "its mark"),
                String.valueOf(request.key()));
    }
}
