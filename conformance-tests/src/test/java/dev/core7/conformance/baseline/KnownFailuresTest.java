package dev.core7.conformance.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.RemovedIds;
import dev.core7.conformance.result.Result;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownFailuresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);
    private static final Outcome FAILED = new Outcome.Failed(List.of(new Finding("status", "200", "500")));
    private static final String ID = "annotations_list/documented/status-code";

    @TempDir
    private Path folder;

    private KnownFailures read(String text) throws IOException {
        return KnownFailures.read(Files.writeString(folder.resolve("known.yaml"), text));
    }

    private KnownFailures entry(String more) throws IOException {
        return read("known_failures:\n  - id: " + ID + "\n    reason: ticket 7\n" + more);
    }

    private static Result result(Outcome outcome) {
        var operation = ContractReader.bundled().operation("annotations_list").orElseThrow();
        var sent = Case.of(operation, "documented", new Purpose.Documented(""), Targets.KEY);
        return new Result(sent, "status-code", Level.MUST, "the clause", outcome, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                             | :1: "known_failures" is missing: the list of entries
            known_failures: none                           | :1: /known_failures: expected a list, got "none" (string)
            known_failures: [{id: a, reason: b, why: c}]   | :1: /known_failures/0/why: no such key: "why"; known here: id, reason, until
            known_failures: [{reason: b}]                  | :1: /known_failures/0: "id" is missing: the id of a result, as in report.json
            known_failures: [{id: a}]                      | :1: /known_failures/0: "reason" is missing: why this failure is known
            known_failures: [{id: a, reason: ' '}]         | :1: /known_failures/0: the reason of a is missing: write why this failure is known
            known_failures: [{id: a, reason: say why this is known}] | :1: /known_failures/0: the reason of a is missing: write why this failure is known
            known_failures: [{id: a, reason: b}, {id: a, reason: c}] | :1: /known_failures/1: a is listed twice
            known_failures: [{id: a, reason: b, until: soon}]        | :1: /known_failures/0/until: expected a date such as 2027-01-31, got soon
            """, quoteCharacter = '`')
    void a_mistake_is_reported_with_its_line(String text, String complaint) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("known.yaml") + complaint);
    }

    @Test
    void the_message_for_a_missing_file_says_what_to_do() {
        var file = folder.resolve("none.yaml");
        assertThatThrownBy(() -> KnownFailures.read(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": cannot be read: give a baseline, or draft one with --write-baseline");
    }

    @Test
    void a_failure_that_is_known_counts_as_known_and_keeps_its_reason() throws IOException {
        var known = entry("");
        assertThat(known.apply(List.of(result(FAILED)), TODAY)).singleElement().satisfies(r -> {
            assertThat(r.outcome()).isInstanceOf(Outcome.KnownFailure.class);
            assertThat(r.outcome().reason()).isEqualTo("ticket 7");
        });
        assertThat(known.stale(List.of(result(FAILED)), TODAY)).isEmpty();
    }

    @Test
    void an_entry_is_valid_on_its_last_day_and_expired_after_it() throws IOException {
        var known = entry("    until: 2026-11-01\n");
        var failed = List.of(result(FAILED));
        assertThat(known.stale(failed, TODAY)).isEmpty();
        assertThat(known.apply(failed, TODAY.plusDays(1))).isEqualTo(failed);
        assertThat(known.stale(failed, TODAY.plusDays(1)))
                .containsExactly(stale("was excused until 2026-11-01: fix it, or set a new date"));
    }

    @Test
    void an_entry_that_does_not_fail_is_stale_unless_it_is_excluded() throws IOException {
        var known = entry("");
        assertThat(known.stale(List.of(result(Outcome.passed())), TODAY))
                .containsExactly(stale("is passed now: delete the entry"));
        assertThat(known.stale(List.of(result(new Outcome.NotProven("no key"))), TODAY))
                .containsExactly(stale("is not proven now: delete the entry"));
        assertThat(known.stale(List.of(), TODAY))
                .containsExactly(stale("is not a result of this run: correct or delete the entry"));
        assertThat(known.stale(List.of(result(new Outcome.Excluded("--operation"))), TODAY))
                .isEmpty();
    }

    private String stale(String problem) {
        return folder.resolve("known.yaml") + ":2: " + ID + " " + problem;
    }

    @Test
    void a_draft_is_refused_until_its_reasons_are_written() throws IOException {
        var draft = KnownFailures.draft(List.of(result(FAILED)));
        assertThatThrownBy(() -> read(draft))
                .hasMessageEndingWith("the reason of " + ID + " is missing: write why this failure is known");
        var written = read(draft.replace("say why this is known", "ticket 7"));
        assertThat(written.stale(List.of(result(FAILED)), TODAY)).isEmpty();
        assertThat(read(KnownFailures.draft(List.of())).stale(List.of(), TODAY)).isEmpty();
    }

    private static final RemovedIds REMOVED =
            RemovedIds.parse("removed,successor,release\na/b/c," + ID + ",1.0.0\nd/e/f,,1.0.0\n");

    private KnownFailures removed(String id) throws IOException {
        var file = Files.writeString(
                folder.resolve("known.yaml"), "known_failures:\n  - {id: " + id + ", reason: ticket 7}\n");
        return KnownFailures.read(file, REMOVED);
    }

    @Test
    void an_entry_with_a_removed_id_excuses_its_successor_with_a_warning() throws IOException {
        var known = removed("a/b/c");
        var failed = List.of(result(FAILED));
        assertThat(known.apply(failed, TODAY).get(0).outcome()).isInstanceOf(Outcome.KnownFailure.class);
        assertThat(known.stale(failed, TODAY)).isEmpty();
        assertThat(known.warnings(failed))
                .containsExactly(folder.resolve("known.yaml") + ":2: a/b/c was replaced by " + ID
                        + ": change the id of the entry");
    }

    @Test
    void an_entry_with_a_removed_id_is_never_stale() throws IOException {
        var passed = List.of(result(Outcome.passed()));
        assertThat(removed("a/b/c").stale(passed, TODAY)).isEmpty();
        assertThat(removed("a/b/c").warnings(passed))
                .containsExactly(folder.resolve("known.yaml") + ":2: a/b/c was replaced by " + ID
                        + ": delete the entry, because this result did not fail");
        assertThat(removed("d/e/f").stale(passed, TODAY)).isEmpty();
        assertThat(removed("d/e/f").warnings(passed))
                .containsExactly(folder.resolve("known.yaml")
                        + ":2: d/e/f was removed, and nothing replaces it: delete the entry");
    }
}
