package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Verdict;
import org.junit.jupiter.api.Test;

/** The real PostHog, as far as its sources tell, is conformant. */
class RealServerTest {
    @Test
    void with_every_key_and_fixture_everything_is_proven_and_nothing_blamed() {
        var report = Judged.run(Judged.world(), Twist.NONE, RealServer.Wire.PLAIN);
        assertThat(Judged.blame(report)).isEmpty();
        assertThat(Judged.told(report.results(Level.MUST, Outcome.NotProven.class)))
                .isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.leftBehind()).isEmpty();
    }
}
