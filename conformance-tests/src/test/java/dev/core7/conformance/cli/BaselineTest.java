package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Fault;
import dev.core7.mock.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a baseline: drafted from a broken server, reasons written, failures excused, server mended, entries stale. */
class BaselineTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    /** The number of lines of one kind that the console shows at most. */
    private static final int SHOWN = 20;

    private static final List<String> FAILURES = List.of(
            "annotations_list/unknown-key/unknown-key-refused",
            "annotations_list/empty-key/unknown-key-refused",
            "annotations_list/other-scheme/unknown-key-refused",
            "annotations_list/cut-key/unknown-key-refused",
            "annotations_list/longer-key/unknown-key-refused",
            "annotations_list/prefixed-key-in-query/other-form-refused",
            "annotations_list/key-without-start/unknown-key-refused",
            "annotations_list/upper-case-key-in-query/other-form-refused",
            "annotations_list/very-long-key/unknown-key-refused",
            "annotations_list/foreign-key-other-project/foreign-key-refused",
            "annotations_list/no-key/credentials-required",
            "annotations_list/lacks-annotation:read/scope-required",
            "annotations_list/form-no-slash-lacks-annotation:read/other-form-refused",
            "annotations_list/form-no-slash-foreign-key/other-form-refused",
            "annotations_list/form-no-slash-no-key/other-form-refused",
            "annotations_list/form-alias-project_id-lacks-annotation:read/other-form-refused",
            "annotations_list/form-alias-project_id-unknown-key/other-form-refused",
            "annotations_list/form-head-lacks-annotation:read/other-form-refused",
            "annotations_list/form-head-foreign-key/other-form-refused",
            "annotations_list/form-accept-lacks-annotation:read/other-form-refused",
            "annotations_list/form-accept-no-key/other-form-refused",
            "annotations_list/form-search-lacks-annotation:read/other-form-refused",
            "annotations_list/form-search-unknown-key/other-form-refused",
            "annotations_list/form-key-in-query-lacks-annotation:read/other-form-refused",
            "annotations_list/form-key-in-query-unknown-key/other-form-refused",
            "annotations_list/walk-annotations-list.pages-without-scope/link-needs-scope");

    private final MockServer server =
            MockServer.start(CONTRACT, MockOptions.defaults().withState());

    @TempDir
    private Path folder;

    @BeforeEach
    void breaks_the_server() {
        server.activate(fault("annotations_list/refused-with-200"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static Fault fault(String id) {
        return Faults.of(CONTRACT).stream()
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Kit check(String... more) throws IOException {
        var target = Files.writeString(
                folder.resolve("target.yaml"), """
                url: %s
                organization_id: some
                project_id: 1
                keys:
                  - {name: readers, value: "${READERS}", scopes: [annotation:read]}
                  - {name: writers, value: "${WRITERS}", scopes: [annotation:write]}
                  - {name: others, value: "${OTHERS}", scopes: [cohort:read]}
                  - {name: other-project, value: "${OTHER_PROJECT}", scopes: ["*"], project_id: 2}
                fixtures:
                  other_project: {project_id: 2, annotations: %s}
                """.formatted(server.url(), server.seedIds("2", "annotations")));
        var arguments = new ArrayList<>(List.of("check", "--target", target.toString()));
        arguments.addAll(List.of("--out", folder.resolve("out").toString(), "--operation", "annotations_list"));
        arguments.addAll(List.of(more));
        var keys = Map.of(
                "READERS", "phx_mock.annotation:read",
                "WRITERS", "phx_mock.annotation:write",
                "OTHERS", "phx_mock.cohort:read",
                "OTHER_PROJECT", "phx_mock@2.*");
        return Kit.run(keys, arguments);
    }

    private String file() {
        return folder.resolve("known.yaml").toString();
    }

    /** A draft of what fails, with its reasons written. */
    private void draft(String reason) throws IOException {
        assertThat(check("--write-baseline", file()).complaint()).isEqualTo("1 ");
        var draft = Files.readString(Path.of(file()));
        assertThat(draft.lines().filter(line -> line.contains("id: ")))
                .containsExactlyInAnyOrderElementsOf(
                        FAILURES.stream().map(id -> "  - id: \"" + id + "\"").toList());
        Files.writeString(Path.of(file()), draft.replace("say why this is known", reason));
    }

    @Test
    void a_draft_whose_reasons_are_not_written_is_refused_with_2() throws IOException {
        check("--write-baseline", file());

        var refused = check("--baseline", file());

        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err()).endsWith("is missing: write why this failure is known" + System.lineSeparator());
    }

    @Test
    void failures_that_are_all_known_end_the_run_with_0_and_are_listed_with_their_reason() throws IOException {
        draft("ticket 7");

        var excused = check("--baseline", file());

        assertThat(excused.complaint()).isEqualTo("0 ");
        assertThat(excused.out())
                .contains(FAILURES.stream()
                        .limit(SHOWN - 1)
                        .map(id -> "known: " + id + ": ticket 7\n")
                        .toList())
                .contains(FAILURES.size() + " known failure", "Verdict: conformant")
                .doesNotContain("FAILED", "stale: ");
        var judged = new Judged(excused, folder.resolve("out"));
        for (String id : FAILURES) {
            assertThat(judged.tell(id)).startsWith("known-failure ticket 7[{where=status, ");
        }
    }

    @Test
    void a_failure_that_is_not_in_the_baseline_still_ends_the_run_with_1() throws IOException {
        draft("ticket 7");
        server.activate(fault("annotations_list/field-dropped/count"));

        var run = check("--baseline", file());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("FAILED   annotations_list/documented and 31 more  response-body");
    }

    @Test
    void a_repaired_server_makes_every_entry_stale_which_ends_the_run_with_1() throws IOException {
        draft("ticket 7");
        server.activate(null);

        var repaired = check("--baseline", file());

        assertThat(repaired.complaint()).isEqualTo("1 ");
        assertThat(repaired.out().lines().filter(line -> line.startsWith("stale: ")))
                .hasSize(SHOWN)
                .allMatch(line -> line.endsWith(" is passed now: delete the entry"))
                .allMatch(line -> FAILURES.stream().anyMatch(line::contains));
        assertThat(repaired.out()).contains("Verdict: conformant");
        assertThat(check().complaint()).as("without the baseline").isEqualTo("0 ");
    }

    @Test
    void a_quiet_run_that_only_ends_with_1_for_what_is_stale_says_so() throws IOException {
        draft("ticket 7");
        server.activate(null);

        var repaired = check("--baseline", file(), "--quiet");

        assertThat(repaired.complaint()).isEqualTo("1 ");
        assertThat(repaired.out().lines()).hasSize(2);
        assertThat(repaired.out())
                .matches("stale: .* is passed now: delete the entry and 25 more\nVerdict: conformant.*\n");
    }

    @Test
    void an_entry_that_is_expired_excuses_nothing_and_is_named() throws IOException {
        draft("ticket 7\n    until: 2020-01-31");

        var expired = check("--baseline", file());

        assertThat(expired.code()).isEqualTo(1);
        assertThat(expired.out())
                .contains("FAILED   annotations_list/no-key  credentials-required")
                .contains(FAILURES.get(0) + " was excused until 2020-01-31: fix it, or set a new date");
    }
}
