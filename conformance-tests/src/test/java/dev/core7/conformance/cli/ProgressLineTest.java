package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.cli.Console.Watcher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final StringWriter err = new StringWriter();
    private final AtomicLong now = new AtomicLong();

    private ProgressLine line(Watcher watcher) {
        var console = new Console(Map.of(), new PrintWriter(new StringWriter()), new PrintWriter(err));
        return new ProgressLine(console, watcher, now::get);
    }

    @Test
    void a_person_sees_a_bar_with_counts_and_the_time_left_that_is_cleared_at_the_end() {
        var line = line(Watcher.PERSON);
        line.step(0, 200, "first");
        now.set(TimeUnit.SECONDS.toNanos(10));
        line.step(50, 200, "next");
        line.end();
        String clear = "\r\u001b[K";
        assertThat(err)
                .hasToString(clear + "[....................] 0/200  first" + clear
                        + "[#####...............] 50/200, 30 s left  next" + clear);
    }

    @Test
    void a_log_gets_a_plain_line_for_each_quarter() {
        var line = line(Watcher.CI);
        for (int i = 0; i < 10; i++) {
            line.step(i, 10, "next");
        }
        line.end();
        assertThat(err.toString().lines()).containsExactly("kit: 3 of 10", "kit: 5 of 10", "kit: 8 of 10");
    }

    @Test
    void nobody_is_told_nothing_in_the_first_minute() {
        var line = line(Watcher.NOBODY);
        line.step(5, 10, "next");
        line.end();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void a_log_gets_a_line_each_minute() {
        for (Watcher watcher : new Watcher[] {Watcher.NOBODY, Watcher.CI}) {
            err.getBuffer().setLength(0);
            var line = line(watcher);
            for (int i = 0; i < 10; i++) {
                now.addAndGet(TimeUnit.SECONDS.toNanos(20));
                line.step(i, 1000, "next");
            }
            assertThat(err.toString().lines()).containsExactly("kit: 2 of 1000", "kit: 5 of 1000", "kit: 8 of 1000");
        }
    }
}
