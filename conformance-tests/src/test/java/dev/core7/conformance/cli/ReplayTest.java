package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A case or flow of a run is sent again without the rest of the run. */
class ReplayTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String CASE = "annotations_retrieve/documented";

    @TempDir
    private Path folder;

    private static MockServer mock() {
        var mock = MockServer.start(CONTRACT, MockOptions.defaults().withState());
        mock.activate(Faults.all(CONTRACT).stream()
                .filter(fault -> fault.id().equals("annotations_retrieve/field-dropped/content"))
                .findFirst()
                .orElseThrow());
        return mock;
    }

    private Kit replay(String url, Map<String, String> environment, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("replay", "--out", folder.toString()));
        arguments.addAll(List.of("--target", Judged.target(url, folder).toString()));
        arguments.addAll(List.of(more));
        return Kit.run(environment, arguments);
    }

    @Test
    void a_case_is_sent_again_with_what_it_builds_on_and_shown_with_its_judgement() throws IOException {
        try (var mock = mock()) {
            var kit = replay(mock.url(), Judged.environment(), CASE + "/response-body");
            assertThat(kit.complaint()).isEqualTo("1 ");
            assertThat(kit.out())
                    .startsWith(CASE + "\n  > GET " + mock.url() + "/api/projects/1/annotations/")
                    .contains(
                            "\n  > Authorization: Bearer $KEY_READERS\n", "\n  < 200 in ", "\n  <   \"date_marker\" : ")
                    .contains(
                            "\n  failed         MUST    response-body: the response body has the shape of the page's example\n"
                                    + "                         /content: expected present, actual absent\n")
                    .contains("\n  passed         MUST    status-code: ", "\n  sent: curl -sS -i ");
            assertThat(mock.wireMock().getAllServeEvents()).hasSizeLessThan(40);
            assertThat(Files.readString(folder.resolve("ledger.ndjson"))).contains("\"created\"", "\"tidied-up\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations_retrieve/annotation-life.read/created-object", "annotation-life.read"})
    void the_id_of_a_step_selects_its_flow(String step) throws IOException {
        try (var mock = mock()) {
            var kit = replay(mock.url(), Judged.environment(), step);
            assertThat(kit.complaint()).isEqualTo("1 ");
            assertThat(kit.out())
                    .contains(
                            "annotations_create/annotation-life.create\n  > POST ",
                            "\n  failed         MUST    response-body: ")
                    .doesNotContain("cohorts_create/");
        }
    }

    @Test
    void a_removed_id_selects_the_flow_of_its_successor() throws IOException {
        try (var mock = mock()) {
            var removed = "annotations_list/annotation-life.list/listed";
            var kit = replay(mock.url(), Judged.environment(), removed);
            assertThat(kit.err())
                    .isEqualTo(
                            "kit: " + removed + " was replaced by annotations_list/walk-annotations-list.whole/listed,"
                                    + " which is replayed" + System.lineSeparator());
            assertThat(kit.out()).contains("annotations_list/walk-annotations-list.whole\n");
        }
    }

    @Test
    void a_failure_with_a_removed_id_is_judged_again_by_its_successor() throws IOException {
        var report = Files.writeString(
                folder.resolve("old.json"), DiffTest.report("annotations_list/annotation-life.list/listed", "failed"));
        try (var mock = MockServer.start(CONTRACT, MockOptions.defaults().withState())) {
            var again = Judged.of(mock.url(), folder, Judged.environment(), "--only-failed-of", report.toString());
            assertThat(again.tell("annotations_list/walk-annotations-list.whole/listed"))
                    .startsWith("passed");
            assertThat(again.tell("annotations_list/documented/status-code")).startsWith("excluded");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "annotations_create/read-back, MUST    no-effect-after-refusal",
        "annotations_create/read-back-bad-input, SHOULD  no-effect-after-bad-input"
    })
    void a_read_back_looks_for_the_traces_of_refusals_that_are_sent_for_it(String readBack, String clause)
            throws IOException {
        try (var mock = mock()) {
            var kit = replay(mock.url(), Judged.environment(), readBack);
            assertThat(kit.out()).contains("passed         " + clause + ": ");
        }
    }

    @Test
    void what_cannot_be_sent_is_told_with_what_is_missing() throws IOException {
        try (var mock = mock()) {
            var kit = replay(mock.url(), Judged.environment(), "annotations_retrieve/foreign-object");
            assertThat(kit.code()).isEqualTo(3);
            assertThat(kit.out())
                    .startsWith("annotations_retrieve/foreign-object\n  not sent\n  not proven ")
                    .contains("  not proven     MUST    foreign-object-hidden: ")
                    .contains("add ids to fixtures.other_project.annotations in the target file");
        }
    }

    @Test
    void neither_a_key_nor_a_control_character_that_a_server_sends_is_shown() throws IOException {
        var canary = Map.of("KEY_ALL", "canary-one", "KEY_READERS", "canary-two");
        try (var server = new OddServer((exchange, request) ->
                OddServer.send(exchange, 200, "text/plain", request.header("authorization") + "\u001b[2J\r\nx"))) {
            var kit = replay(server.url(), canary, "annotations_list/documented");
            assertThat(kit.out()).contains("$KEY_READERS").doesNotContain("canary", "\u001b");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            annotations_retrieve/documentd | annotations_retrieve/documentd: no such case or flow; did you mean annotations_retrieve/documented?
            nothing                        | nothing: no such case or flow: kit list prints all cases and flows
            annotations_retrieve           | annotations_retrieve is an operation: give one of its cases, for example annotations_retrieve/documented, or run kit check --operation annotations_retrieve
            response-body                  | response-body is a check: give a case or flow; kit explain response-body lists the operations that it judges
            """)
    void an_id_of_no_case_or_flow_is_rejected_with_advice(String id, String complaint) throws IOException {
        assertThat(replay("http://127.0.0.1:1", Judged.environment(), id).complaint())
                .isEqualTo("2 kit: " + complaint + System.lineSeparator());
    }

    @Test
    void an_unreachable_server_is_reported_in_one_line() throws IOException {
        assertThat(replay("http://127.0.0.1:1", Judged.environment(), CASE).complaint())
                .startsWith("3 kit: http://127.0.0.1:1 cannot be reached: ")
                .hasLineCount(1);
    }

    @Test
    void only_what_failed_or_was_not_proven_is_judged_again() throws IOException {
        try (var mock = mock()) {
            var first = Judged.of(mock.url(), folder, Judged.environment());
            var report = Files.move(first.folder().resolve("report.json"), folder.resolve("first.json"));
            mock.resetState();
            mock.activate(null);
            int all = mock.wireMock().getAllServeEvents().size();
            mock.wireMock().resetRequests();
            var again = Judged.of(mock.url(), folder, Judged.environment(), "--only-failed-of", report.toString());
            assertThat(again.tell(CASE + "/response-body")).startsWith("passed");
            assertThat(again.tell("annotations_retrieve/annotation-life.read/response-body"))
                    .startsWith("passed");
            String reason = "not among the results that failed or were not proven in " + report;
            assertThat(again.tell("cohorts_list/documented/status-code")).isEqualTo("excluded " + reason + "[]");
            assertThat(again.kit().out())
                    .containsPattern("\nNot judged in this run: [\\d,]+ MUST, [\\d,]+ SHOULD, " + reason);
            assertThat(mock.wireMock().getAllServeEvents()).hasSizeLessThan(all / 4);
            assertThat(Kit.run("verify-report", again.folder().toString()).complaint())
                    .isEqualTo("0 ");
        }
    }

    @Test
    void a_report_that_leaves_nothing_is_told_in_one_line() throws IOException {
        var report = Files.writeString(
                folder.resolve("report.json"),
                Json.write(Map.of(
                        "format",
                        1,
                        "run",
                        "r",
                        "verdict",
                        "conformant",
                        "target",
                        Map.of("url", "http://localhost"),
                        "contract",
                        Map.of("sha256", "0"),
                        "results",
                        List.of())));
        assertThat(Kit.run("check", "--only-failed-of", report.toString(), "--out", folder.toString())
                        .complaint())
                .isEqualTo("2 kit: " + report
                        + ": nothing failed and everything was proven, so there is nothing to run again"
                        + System.lineSeparator());
    }
}
