package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.run.Report;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A PostHog behind something that closes connections instead of answering: what it breaks is named, and nothing else. */
class BrokenConnectionsTest {
    private static Report run(Predicate<Ask> broken) {
        var world = Judged.world();
        RawDoor.Form form = (ask, reply, body) ->
                broken.test(ask) ? "" : RawDoor.head("HTTP/1.1", reply) + RawDoor.length(reply, body) + "\r\n" + body;
        try (var door = new RawDoor(world.posthog()::answer, form)) {
            return Judged.some(world.target(door.url()), door::orderly);
        }
    }

    @Test
    void one_operation() {
        var report = run(ask -> ask.path().contains("persons"));

        assertThat(Judged.blame(report))
                .anyMatch(failure -> failure.startsWith("cohorts_persons_retrieve/documented/status-code: "
                        + "response expected a response with status 200, was "))
                .allMatch(failure -> failure.startsWith("cohorts_persons_retrieve/"));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void one_bad_input() {
        var report = run(ask -> "no-such-value".equals(ask.query().get("kind")));

        assertThat(Judged.blame(report))
                .singleElement()
                .asString()
                .startsWith("comments_list/bad-parameter-kind/no-server-error: response expected a response, was ")
                .endsWith(" (2 times)");
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void everything() {
        var report = run(ask -> true);

        assertThat(Judged.blame(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.attempts()).hasSizeLessThan(15);
    }
}
