package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffTest {
    private static final String LIMIT = "a/b/c";

    @TempDir
    private Path folder;

    private static Map<String, Object> result(String outcome, String reason, String... findings) {
        return resultOf(LIMIT, outcome, reason, findings);
    }

    private static Map<String, Object> resultOf(String id, String outcome, String reason, String... findings) {
        return Map.of(
                "id",
                id,
                "level",
                "MUST",
                "outcome",
                outcome,
                "reason",
                reason,
                "findings",
                Arrays.stream(findings)
                        .map(actual -> Map.of("where", "status", "expected", "200", "actual", actual))
                        .toList());
    }

    /** The text of a report with one result. */
    static String report(String id, String outcome) {
        return json("old", List.of(resultOf(id, outcome, "", "500")));
    }

    private static String json(String name, List<Map<String, Object>> results) {
        return Json.write(Map.of(
                "format",
                1,
                "run",
                name,
                "verdict",
                "incomplete",
                "target",
                Map.of("url", "http://localhost"),
                "contract",
                Map.of("sha256", "0"),
                "results",
                results));
    }

    private Path report(String name, List<Map<String, Object>> results) throws IOException {
        var out = Files.createDirectories(folder.resolve(name));
        Files.writeString(out.resolve("report.json"), json(name, results));
        return out;
    }

    private List<Map<String, Object>> of(String outcome) {
        return switch (outcome) {
            case "absent" -> List.of();
            case "failed", "known-failure" -> List.of(result(outcome, "", "500"));
            case "passed" -> List.of(result(outcome, ""));
            default -> List.of(result(outcome, "a reason"));
        };
    }

    private Kit diff(List<Map<String, Object>> old, List<Map<String, Object>> now) throws IOException {
        return Kit.run("diff", report("old", old).toString(), report("new", now).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "passed,         failed,         Newly failing,    1",
        "passed,         known-failure,  Newly failing,    1",
        "absent,         failed,         Newly failing,    1",
        "not-proven,     failed,         Newly failing,    1",
        "passed,         absent,         Stopped running,  1",
        "failed,         excluded,       Stopped running,  1",
        "passed,         not-applicable, Stopped running,  1",
        "passed,         not-proven,     Newly not proven, 1",
        "failed,         not-proven,     Newly not proven, 1",
        "failed,         passed,         Newly passing,    0",
        "not-proven,     passed,         Newly passing,    0",
        "absent,         passed,         Newly passing,    0",
        "failed,         known-failure,  Changed reason,   0",
        "not-proven,     absent,         Nothing changed,  0",
        "excluded,       absent,         Nothing changed,  0"
    })
    void each_change_is_listed_once_and_sets_the_exit_code(String old, String now, String kind, int code)
            throws IOException {
        var kit = diff(of(old), of(now));
        assertThat(kit.out()).contains(kind);
        assertThat(kit.code()).isEqualTo(code);
        assertThat(kit.out().lines().filter(line -> line.endsWith(" (1)")))
                .as("a change is listed once")
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_change_is_listed_with_the_old_and_the_new_outcome() throws IOException {
        assertThat(diff(of("passed"), of("failed")).out().lines())
                .containsExactly(
                        "old  run old of http://localhost: incomplete",
                        "new  run new of http://localhost: incomplete",
                        "",
                        "Newly failing (1)",
                        "  MUST    a/b/c: failed at status: expected 200, got 500 (before: passed)",
                        "",
                        "Something got worse.");
    }

    @ParameterizedTest
    @CsvSource({
        "failed, failed, Nothing changed,  0",
        "failed, passed, Newly passing,    0",
        "passed, failed, Newly failing,    1",
        "passed, passed, Nothing changed,  0"
    })
    void a_removed_result_is_compared_with_its_successor(String old, String now, String kind, int code)
            throws IOException {
        var kit = diff(
                List.of(resultOf("annotations_list/annotation-life.list/listed", old, "")),
                List.of(resultOf("annotations_list/walk-annotations-list.whole/listed", now, "")));
        assertThat(kit.out()).contains(kind);
        assertThat(kit.code()).isEqualTo(code);
    }

    @Test
    void a_removed_result_without_successor_is_listed_and_is_not_worse() throws IOException {
        var kit = diff(
                List.of(resultOf("annotations_list/annotation-pages.first-page/step-answered", "passed", "")),
                List.of());
        assertThat(kit.out()).contains("Removed from the kit (1)", "removed: nothing replaces it (before: passed)");
        assertThat(kit.code()).isZero();
    }

    @Test
    void another_actual_value_is_no_change_but_another_place_or_reason_is() throws IOException {
        var now = List.of(result("failed", "", "502"));
        assertThat(diff(of("failed"), now).out()).endsWith("Nothing changed." + "\n");
        var more = List.of(result("failed", "", "502", "503"));
        assertThat(diff(of("failed"), more).out()).contains("Changed reason (1)");
        var other = List.of(result("not-proven", "another"));
        assertThat(diff(of("not-proven"), other).out())
                .contains("Changed reason (1)", "not-proven: another (before: not-proven: a reason)");
    }

    @Test
    void control_characters_in_responses_do_not_reach_the_terminal() throws IOException {
        var kit = diff(of("passed"), List.of(result("failed", "", "\u001b[2J\n\u009b2J\u202e")));
        assertThat(kit.out().chars().filter(c -> c != '\n')).noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
    }

    @Test
    void a_file_that_is_not_a_report_is_rejected_in_one_line() throws IOException {
        var report = report("old", of("passed"));
        assertThat(Kit.run("diff", report.toString(), folder.toString()).complaint())
                .isEqualTo("2 kit: " + folder.resolve("report.json")
                        + ": cannot be read: give a report.json or its folder" + System.lineSeparator());
        var other = Files.writeString(folder.resolve("other.json"), "{}");
        assertThat(Kit.run("diff", other.toString(), report.toString()).complaint())
                .startsWith("2 kit: " + other + ": not a report.json written by this kit: /format is missing")
                .hasLineCount(1);
        Files.writeString(other, "{");
        assertThat(Kit.run("diff", other.toString(), report.toString()).complaint())
                .startsWith("2 kit: " + other + ": not a report.json written by this kit: ")
                .hasLineCount(1);
    }

    @Test
    void compares_reports_of_kit_check() throws IOException {
        var whole = folder.resolve("whole");
        var part = folder.resolve("part");
        Kit.run("check", "--out", whole.toString(), "--operation", "cohorts_list", "annotations_list");
        Kit.run("check", "--out", part.toString(), "--operation", "cohorts_list");
        assertThat(Kit.run("diff", whole.toString(), whole.toString()).code()).isZero();
        var narrower =
                Kit.run("diff", whole.toString(), part.resolve("report.json").toString());
        assertThat(narrower.code()).isEqualTo(1);
        assertThat(narrower.out())
                .contains(
                        "Stopped running",
                        "annotations_list/documented/status-code: excluded: not selected by --operation")
                .doesNotContain("  MUST    cohorts_list/documented/", "Newly failing");
    }
}
