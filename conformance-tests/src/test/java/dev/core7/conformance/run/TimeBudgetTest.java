package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run ends when its time is over or something ends it, with the reason; then it can tidy up. */
class TimeBudgetTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void it_is_over_when_its_time_is() {
        assertThat(TimeBudget.of(LONG, "too long").stopReason()).isEmpty();
        assertThat(TimeBudget.of(Duration.ZERO, "too long").stopReason()).contains("too long");
        assertThat(TimeBudget.of(Duration.ZERO, "too long").remaining()).isZero();
        assertThat(TimeBudget.of(Duration.ofMillis(1), "too long").before(LONG)).isFalse();
    }

    @Test
    void the_first_reason_to_end_it_counts() {
        var budget = TimeBudget.of(LONG, "too long");
        budget.end("first");
        budget.end("second");
        assertThat(budget.stopReason()).contains("first");
        assertThat(budget.before(Duration.ZERO)).isFalse();
    }

    @Test
    void its_end_ends_a_wait_and_runs_what_was_registered() {
        var budget = TimeBudget.of(LONG, "too long");
        var run = new AtomicInteger();
        budget.whenEnded(run::incrementAndGet);
        budget.whenEnded(() -> run.addAndGet(10)).close();
        var waiting = CompletableFuture.supplyAsync(() -> budget.before(LONG));
        budget.end("enough");
        assertThat(waiting.join()).isFalse();
        assertThat(run).hasValue(1);
    }

    @Test
    void a_short_wait_passes() {
        assertThat(TimeBudget.of(LONG, "too long").before(Duration.ofNanos(1))).isTrue();
    }

    @Test
    void after_its_end_there_is_time_to_tidy_up() {
        var budget = TimeBudget.of(Duration.ZERO, "too long");
        var progress = budget.progress(Progress.SILENT);
        assertThat(progress.stopReason()).contains("too long");
        progress.cleanupStarts();
        assertThat(progress.stopReason()).isEmpty();
        assertThat(budget.remaining()).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
    }

    @Test
    void somebody_who_waits_has_it_tidied_up_in_a_hurry() {
        var budget = TimeBudget.of(LONG, "too long");
        budget.interrupt("interrupted");
        budget.progress(Progress.SILENT).cleanupStarts();
        assertThat(budget.remaining()).isLessThanOrEqualTo(Duration.ofSeconds(2));
        assertThat(budget.before(Duration.ofSeconds(3))).isFalse();
        assertThat(budget.stopReason()).contains("not removed within 2 s after the interruption");
    }
}
