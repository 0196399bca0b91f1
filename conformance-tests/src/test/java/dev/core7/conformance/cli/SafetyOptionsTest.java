package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baseline, pace, plan and clean-up through the command line. */
class SafetyOptionsTest {
    private static final String DEAD = "http://127.0.0.1:1";

    @TempDir
    private Path folder;

    private Kit kit(String command, String url, String... more) throws IOException {
        var arguments = new ArrayList<>(
                List.of(command, "--target", Judged.target(url, folder).toString()));
        arguments.addAll(List.of(more));
        return Kit.run(Judged.environment(), arguments);
    }

    @Test
    void a_missing_baseline_is_one_line_and_2() throws IOException {
        var none = folder.resolve("none.yaml").toString();
        assertThat(kit("check", DEAD, "--baseline", none).complaint())
                .isEqualTo("2 kit: " + none + ": cannot be read: give a baseline, or draft one with --write-baseline"
                        + System.lineSeparator());
    }

    @Test
    void a_pace_below_zero_is_one_line_and_2() throws IOException {
        var complaint = "2 kit: --max-requests-per-minute -1: give a number above 0" + System.lineSeparator();
        assertThat(kit("check", DEAD, "--max-requests-per-minute", "-1").complaint())
                .isEqualTo(complaint);
    }

    @Test
    void a_plan_sends_nothing_and_one_that_only_reads_has_no_writes() throws IOException {
        var plan = kit("plan", DEAD);
        assertThat(plan.complaint()).isEqualTo("0 ");
        assertThat(plan.out()).contains("This plan did not send them.", "MUST: at most ", " not proven: ");
        assertThat(kit("plan", DEAD, "--read-only").out())
                .startsWith("Requests to " + DEAD + ": ")
                .contains(", including 0 writes. This plan did not send them.");
    }

    @Test
    void cleanup_ends_in_0_2_or_3() throws IOException {
        var ledger = folder.resolve("ledger.ndjson");
        assertThat(kit("cleanup", DEAD, ledger.toString()).code()).isEqualTo(2);
        Files.writeString(ledger, "{\"url\":\"" + DEAD + "\"}\n");
        assertThat(kit("cleanup", DEAD, ledger.toString()).complaint()).isEqualTo("0 ");
        Files.writeString(ledger, """
                {"url":"%s"}
                {"event":"created","method":"PATCH","path":"/api/projects/1/annotations/7/",\
                "body":"{\\"deleted\\": true}","mark":"core7-0123abcd-4567cdef"}
                """.formatted(DEAD));
        var stuck = kit("cleanup", DEAD, ledger.toString());
        assertThat(stuck.code()).isEqualTo(3);
        assertThat(stuck.out())
                .contains(
                        "left behind: PATCH /api/projects/1/annotations/7/: its list could not be read: no connection");
    }

    @Test
    void cleanup_leaves_what_is_not_the_runs_and_ends_in_3() throws IOException {
        try (var mock = EmbeddedTarget.start(ContractReader.bundled())) {
            var id = mock.seedIds("1", "cohorts").get(0);
            var ledger = Files.writeString(folder.resolve("ledger.ndjson"), """
                    {"url":"%s"}
                    {"event":"created","method":"PATCH","path":"/api/projects/1/cohorts/%s/",\
                    "body":"{\\"deleted\\": true}","mark":"core7-0123abcd-4567cdef"}
                    """.formatted(mock.url(), id));

            var kit = kit("cleanup", mock.url(), ledger.toString());

            assertThat(kit.complaint()).isEqualTo("3 ");
            assertThat(kit.out().lines())
                    .containsExactly(
                            "0 objects removed",
                            "left behind: PATCH /api/projects/1/cohorts/" + id
                                    + "/: the object at /api/projects/1/cohorts/" + id
                                    + "/ does not contain the text that this run sent, so it is another object");
        }
    }

    @Test
    void a_stale_entry_ends_a_run_with_1_although_nothing_failed() throws IOException {
        var baseline = Files.writeString(
                folder.resolve("known.yaml"), "known_failures:\n  - {id: no-such/result, reason: ticket 7}\n");
        var draft = folder.resolve("draft.yaml");
        try (var mock = EmbeddedTarget.start(ContractReader.bundled())) {
            var run = kit(
                    "check",
                    mock.url(),
                    "--out",
                    folder.resolve("out").toString(),
                    "--operation",
                    "annotations_list",
                    "--baseline",
                    baseline.toString(),
                    "--write-baseline",
                    draft.toString());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.out()).contains("no-such/result is not a result of this run: correct or delete the entry");
        }
        assertThat(Files.readString(draft)).contains("known_failures: []");
    }
}
