package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.result.Verdict;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No oddity of a correct server is blamed. */
class BenignVariantsTest {
    static Stream<Variant> variants() {
        return Stream.of(
                        BodyVariants.all(),
                        Notations.all(),
                        WireVariants.all(),
                        PolicyVariants.all(),
                        MethodVariants.all(),
                        DataVariants.all(),
                        LateVariants.all(),
                        ObjectVariants.all(),
                        StoredObjectVariants.all())
                .flatMap(Function.identity());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("variants")
    void is_not_blamed(Variant variant) {
        var report = variant.judged();
        assertThat(report.results(Outcome.Failed.class))
                .as(variant.name())
                .filteredOn(r -> r.level() == Level.MUST || !variant.warned().containsKey(r.check()))
                .extracting(r -> Judged.told(List.of(r)).get(0))
                .isEmpty();
        assertThat(report.results(Outcome.Failed.class))
                .as("warnings of " + variant.name())
                .extracting(Result::check)
                .containsAll(variant.warned().keySet());
        if (variant.verdict() == Verdict.CONFORMANT) {
            assertThat(Judged.told(report.results(Level.MUST, Outcome.NotProven.class)))
                    .as(variant.name())
                    .isEmpty();
        }
        assertThat(report.verdict()).as(variant.name()).isEqualTo(variant.verdict());
    }
}
