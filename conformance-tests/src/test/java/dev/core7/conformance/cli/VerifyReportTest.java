package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A report is accepted if it follows from its transcript, and rejected otherwise. */
class VerifyReportTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    @TempDir
    private static Path runs;

    @TempDir
    private Path folder;

    @BeforeAll
    static void run_a_correct_and_a_faulty_server() throws IOException {
        Kit.run("check", "--out", runs.resolve("right").toString());
        var fault = Faults.all(CONTRACT).stream()
                .filter(f -> f.id().equals("annotations_retrieve/field-dropped/content"))
                .findFirst()
                .orElseThrow();
        try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withState())) {
            mock.activate(fault);
            Judged.of(mock.url(), Files.createDirectory(runs.resolve("wrong")), Judged.environment());
        }
    }

    private static Kit verify(Path run) {
        return Kit.run("verify-report", run.toString());
    }

    private static Path run(String name) {
        var run = runs.resolve(name);
        return name.equals("wrong") ? run.resolve("out") : run;
    }

    /** A copy of a run with one of its files edited. */
    private Path edited(String name, String file, UnaryOperator<String> edit) throws IOException {
        for (String each : List.of("report.json", "transcript.ndjson")) {
            var text = Files.readString(run(name).resolve(each));
            var changed = each.equals(file) ? edit.apply(text) : text;
            assertThat(changed.equals(text)).as("the edit changes the file").isEqualTo(!each.equals(file));
            Files.writeString(folder.resolve(each), changed);
        }
        return folder;
    }

    @ParameterizedTest
    @CsvSource({"right, conformant", "wrong, not conformant"})
    void an_unmodified_report_is_accepted(String name, String verdict) throws IOException {
        var kit = verify(run(name));
        assertThat(kit.complaint()).isEqualTo("0 ");
        assertThat(kit.out())
                .containsPattern("The report follows from its transcript: \\d{4} results from \\d+ exchanges")
                .endsWith("Verdict of this kit for the same exchanges: " + verdict + "\n");
    }

    @Test
    void the_faulty_server_fails_cases_and_flows() throws IOException {
        var failed = new Judged(new Kit(1, "", ""), run("wrong"))
                .results().stream()
                        .filter(result -> "failed".equals(result.get("outcome")))
                        .map(result ->
                                Objects.requireNonNull(result.get("case")).toString())
                        .toList();
        assertThat(failed).hasSizeGreaterThan(2).contains("documented").anyMatch(name -> name.contains("."));
    }

    @Test
    void a_modified_outcome_is_rejected_with_the_expected_one() throws IOException {
        var run = edited("wrong", "report.json", report -> {
            int result = report.indexOf("\"annotations_retrieve/documented/response-body\"");
            return report.substring(0, result)
                    + report.substring(result)
                            .replaceFirst("\"failed\"", "\"passed\"")
                            .replaceFirst("(?s)\"findings\" : \\[.*?]", "\"findings\" : []");
        });
        var kit = verify(run);
        assertThat(kit.complaint()).isEqualTo("1 ");
        assertThat(kit.out().lines().filter(line -> line.startsWith("REJECTED")))
                .containsExactly(
                        "REJECTED  annotations_retrieve/documented/response-body: the report says passed, the transcript"
                                + " shows failed at /content: expected present, got absent");
        assertThat(kit.out())
                .contains("\nThe report does not follow from its transcript.\n")
                .endsWith("\nVerdict of this kit for the same exchanges: not conformant\n");
    }

    @Test
    void a_modified_outcome_of_a_flow_is_rejected() throws IOException {
        var run = edited("right", "report.json", report -> {
            int result = report.indexOf("/reading-is-safe\"");
            return report.substring(0, result)
                    + report.substring(result)
                            .replaceFirst("\"passed\"", "\"not-applicable\"")
                            .replaceFirst("\"reason\" : \"\"", "\"reason\" : \"why not\"");
        });
        assertThat(verify(run).out())
                .contains("reading-is-safe: the report says not-applicable: why not, the transcript shows passed");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "verdict" : "not-conformant" | "verdict" : "conformant"  | verdict: the report says conformant, the transcript shows not-conformant
            "readOnly" : false           | "readOnly" : true         | excluded: --read-only sends only GET requests
            "leftBehind" : [ ]           | "leftBehind" : [ "/x/" ]  | leftBehind: the report says [/x/], the transcript shows []
            "level" : "MUST"             | "level" : "SHOULD"        | the report says
            """)
    void any_other_modified_property_is_rejected(String was, String is, String told) throws IOException {
        var kit = verify(edited("wrong", "report.json", report -> report.replace(was, is)));
        assertThat(kit.complaint()).isEqualTo("1 ");
        assertThat(kit.out()).contains(told);
    }

    @Test
    void a_modified_body_is_rejected_with_its_consequences() throws IOException {
        var kit = verify(edited(
                "right",
                "transcript.ndjson",
                lines -> lines.replaceFirst(
                        "(\"case\":\"cohorts_list/documented\".*?\\\\\"count\\\\\":)(\\d+)", "$1\\\\\"$2\\\\\"")));
        assertThat(kit.complaint()).isEqualTo("1 ");
        assertThat(kit.out())
                .contains(
                        "REJECTED  cohorts_list/documented/response-body: the report says passed, the transcript shows failed at"
                                + " /count: expected integer",
                        "REJECTED  verdict: the report says conformant, the transcript shows not-conformant")
                .endsWith("Verdict of this kit for the same exchanges: not conformant\n");
    }

    @Test
    void a_modified_request_is_rejected() throws IOException {
        var kit = verify(edited(
                "right",
                "transcript.ndjson",
                lines -> lines.replaceFirst("/annotations/\"", "/annotations/?limit=1\"")));
        assertThat(kit.complaint()).isEqualTo("1 ");
        assertThat(kit.out())
                .containsPattern(
                        "REJECTED  transcript.ndjson:\\d+: [A-Z]+ \\S+/annotations/\\?limit=1: this kit does not send this request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations_list/documented", "cohorts_create/lacks-cohort:write", "/tidy-up"})
    void a_removed_line_is_rejected(String sent) throws IOException {
        var kit = verify(edited("right", "transcript.ndjson", lines -> {
            var kept = new ArrayList<>(lines.lines().toList());
            var line = kept.stream().filter(l -> l.contains(sent)).findFirst().orElseThrow();
            kept.remove(line);
            return String.join("\n", kept);
        }));
        assertThat(kit.complaint()).isEqualTo("1 ");
        assertThat(kit.out())
                .containsPattern("REJECTED  requests: the report says (\\d+), the transcript shows (\\d+)");
    }

    @Test
    void a_removed_result_is_rejected() throws IOException {
        var kit = verify(edited(
                "wrong",
                "report.json",
                report ->
                        report.replace("annotations_retrieve/documented/response-body", "annotations_retrieve/other")));
        assertThat(kit.out())
                .contains(
                        "annotations_retrieve/other: the report says failed at /content: expected present, got absent,"
                                + " the transcript shows absent",
                        "annotations_retrieve/documented/response-body: the report says absent, the transcript shows failed");
    }

    @Test
    void a_report_of_another_contract_is_not_compared() throws IOException {
        UnaryOperator<String> other = report -> report.replaceFirst("(\"contract\"[^}]*\"sha256\" : \")....", "$10000");
        assertThat(verify(edited("wrong", "report.json", other::apply)).complaint())
                .startsWith("2 kit: ")
                .endsWith(": the report was judged by another contract: give that contract with --contract\n");
    }

    @Test
    void a_different_verdict_of_another_build_is_rejected() throws IOException {
        UnaryOperator<String> forged = report -> report.replaceFirst("(\"selfTest\"[^}]*\"sha256\" : \")....", "$10000")
                .replace("\"not-conformant\"", "\"conformant\"")
                .replace("annotations_retrieve/documented/response-body", "annotations_retrieve/old")
                .replace("\"failed\"", "\"passed\"");
        var kit = verify(edited("wrong", "report.json", forged::apply));
        assertThat(kit.code()).isEqualTo(1);
        assertThat(kit.out())
                .contains("REJECTED  verdict: the report says conformant, the transcript shows not-conformant");
    }

    @Test
    void results_of_only_one_build_are_notes_and_different_ones_are_rejected() throws IOException {
        UnaryOperator<String> older = report -> report.replaceFirst("(\"selfTest\"[^}]*\"sha256\" : \")....", "$10000");
        var kit =
                verify(edited(
                        "wrong",
                        "report.json",
                        older.andThen(report -> report.replace(
                                "annotations_retrieve/documented/response-body", "annotations_retrieve/old"))::apply));
        assertThat(kit.complaint()).isEqualTo("0 ");
        assertThat(kit.out())
                .contains(
                        "note: another build of the kit wrote the report",
                        "note: annotations_retrieve/old: the report says failed at /content",
                        "note: annotations_retrieve/documented/response-body: the report says absent");
        var otherwise = older.andThen(report -> report.replaceFirst("\"failed\"", "\"known-failure\""));
        assertThat(verify(edited("wrong", "report.json", otherwise::apply)).code())
                .isEqualTo(0);
        assertThat(verify(edited(
                                "wrong",
                                "report.json",
                                report -> older.apply(report).replace("\"not-conformant\"", "\"conformant\"")))
                        .code())
                .isEqualTo(1);
    }

    @Test
    void a_duplicate_result_is_rejected() throws IOException {
        var kit = verify(edited("right", "report.json", report -> {
            int first = report.indexOf("{", report.indexOf("\"results\" : ["));
            int end = report.indexOf("}, {", first);
            return report.substring(0, first) + report.substring(first, end) + "}, " + report.substring(first);
        }));
        assertThat(kit.complaint()).isEqualTo("1 ");
        assertThat(kit.out()).contains("REJECTED  results: the report says ");
    }

    @Test
    void an_incomplete_or_broken_folder_is_rejected_in_one_line() throws IOException {
        assertThat(verify(folder).complaint())
                .isEqualTo("2 kit: " + folder.resolve("report.json")
                        + ": cannot be read: give a report.json or its folder" + System.lineSeparator());
        edited("right", "transcript.ndjson", lines -> lines.replaceFirst("\n", "\n{\n"));
        var transcript = folder.resolve("transcript.ndjson");
        assertThat(verify(folder).complaint())
                .startsWith("2 kit: " + transcript + ":2: not an exchange written by kit check: ")
                .hasLineCount(1);
        edited("right", "transcript.ndjson", lines -> lines.replaceFirst("\"cut\":false", "\"cut\":true"));
        assertThat(verify(folder).complaint())
                .startsWith("2 kit: " + transcript
                        + ":1: not an exchange written by kit check: /response/body is incomplete (")
                .hasLineCount(1);
        Files.delete(transcript);
        assertThat(verify(folder).complaint())
                .startsWith("2 kit: " + transcript + ": cannot be read: give the folder of a run")
                .hasLineCount(1);
        edited("right", "report.json", report -> report.replace("\"keyring\"", "\"keys2\""));
        assertThat(verify(folder).complaint())
                .startsWith("2 kit: " + folder.resolve("report.json")
                        + ": not a report.json written by this kit: /target/keyring is missing")
                .hasLineCount(1);
    }
}
