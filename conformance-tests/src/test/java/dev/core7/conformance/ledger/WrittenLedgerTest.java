package dev.core7.conformance.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.FakeServer;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cleanup with a forged ledger, or with ids that now belong to other objects. */
class WrittenLedgerTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target FULL = Targets.full(CONTRACT);

    @TempDir
    private Path folder;

    private final FakeServer server = new FakeServer(CONTRACT);

    private Path file() {
        return folder.resolve(FileLedger.FILE_NAME);
    }

    /** The requests and the outcome of a cleanup with a forged ledger. */
    private Cleanup.Outcome cleanUp(Target target, List<String> asked, String... lines) throws IOException {
        Files.writeString(file(), "{\"url\":\"%s\"}\n%s\n".formatted(target.url(), String.join("\n", lines)));
        Transport watched = request -> {
            asked.add(request.method() + " " + request.path());
            return server.send(request);
        };
        return new Cleanup(CONTRACT, target, watched).run(file());
    }

    private static String line(String event, String method, String path, String body, String mark) {
        return Json.write(Map.of("event", event, "method", method, "path", path, "body", body, "mark", mark));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            PATCH  | /api/projects/1/cohorts/7/       | {"deleted": true}  | core7-x                 | the mark in the ledger is not the mark of a run
            PATCH  | /api/projects/1/cohorts/7/       | {"deleted": true}  | string 11               | the mark in the ledger is not the mark of a run
            PATCH  | /api/projects/1/cohorts/7/       | {"deleted": true}  | ``                      | the mark in the ledger is not the mark of a run
            PATCH  | /api/projects/1/cohorts/7/       | {"name": "hacked"} | core7-0123abcd-4567cdef | the contract has no such cleanup request
            PATCH  | /api/projects/1/cohorts/7/       | ``                 | core7-0123abcd-4567cdef | the contract has no such cleanup request
            DELETE | /api/projects/1/cohorts/7/       | {"deleted": true}  | core7-0123abcd-4567cdef | the contract has no such cleanup request
            DELETE | /api/organizations/o/roles/r1/   | ``                 | core7-0123abcd-4567cdef | the contract has no such cleanup request
            PATCH  | /api/projects/2/cohorts/7/       | {"deleted": true}  | core7-0123abcd-4567cdef | the contract has no such cleanup request
            PATCH  | /api/projects/1/cohorts/7/?a=b   | {"deleted": true}  | core7-0123abcd-4567cdef | the contract has no such cleanup request
            PATCH  | /api/projects/1/cohorts/../      | {"deleted": true}  | core7-0123abcd-4567cdef | the contract has no such cleanup request
            PATCH  | /api/projects/1/cohorts/%2e%2E/  | {"deleted": true}  | core7-0123abcd-4567cdef | the contract has no such cleanup request
            """)
    void no_request_is_sent_for_a_line_that_no_run_wrote(
            String method, String path, String body, String mark, String why) throws IOException {
        var asked = new ArrayList<String>();
        var outcome = cleanUp(FULL, asked, line("created", method, path, body, mark));
        assertThat(asked).isEmpty();
        assertThat(outcome).isEqualTo(new Cleanup.Outcome(0, List.of(method + " " + path + ": " + why)));
    }

    @Test
    void an_object_with_the_text_of_a_forged_create_request_is_not_searched() throws IOException {
        var asked = new ArrayList<String>();
        var list = "/api/projects/1/annotations/";
        var outcome = cleanUp(FULL, asked, line("creating", "POST", list, "{}", "string 11"));
        assertThat(asked).isEmpty();
        assertThat(outcome.left()).containsExactly(list + ": the mark in the ledger is not the mark of a run");
    }

    @Test
    void an_object_whose_text_carries_no_mark_is_left_even_if_it_was_created_at_the_moment_in_the_ledger()
            throws IOException {
        var path = "/api/projects/1/annotations/7/";
        server.objects.put(
                path, new LinkedHashMap<>(Map.of("created_at", "2026-01-02T03:04:05Z", "content", "a note")));
        var line = line("created", "PATCH", path, "{\"deleted\": true}", "core7-0123abcd-4567cdef");
        var withMoment = line.replace("\"event\"", "\"created_at\":\"2026-01-02T03:04:05Z\",\"event\"");
        var asked = new ArrayList<String>();

        var outcome = cleanUp(FULL, asked, withMoment);

        assertThat(asked).allMatch(request -> request.startsWith("GET "));
        assertThat(outcome.left())
                .containsExactly("PATCH " + path + ": the object at " + path
                        + " does not contain the text that this run sent, so it is another object");
    }

    @Test
    void a_broken_line_is_reported_and_the_others_are_processed() throws IOException {
        var path = "/api/projects/1/cohorts/7/";
        server.objects.put(path, new LinkedHashMap<>(Map.of("name", "core7-0123abcd-4567cdef")));

        var outcome = cleanUp(
                FULL,
                new ArrayList<>(),
                "{\"event\":\"creating\",\"meth{\"event\"",
                line("created", "PATCH", path, "{\"deleted\": true}", "core7-0123abcd-4567cdef"));

        assertThat(outcome.removed()).isOne();
        assertThat(outcome.left()).singleElement().asString().startsWith(file() + ":2: not a line of a ledger: ");
    }

    @Test
    void a_broken_last_line_is_reported_unless_the_run_was_killed_while_it_wrote_the_line() throws IOException {
        assertThat(cleanUp(FULL, new ArrayList<>(), "[".repeat(9)).left())
                .singleElement()
                .asString()
                .startsWith(file() + ":2: not a line of a ledger: ");
        Files.writeString(file(), "{\"url\":\"%s\"}\n{\"event\":\"crea".formatted(FULL.url()));
        assertThat(new Cleanup(CONTRACT, FULL, server).run(file())).isEqualTo(new Cleanup.Outcome(0, List.of()));
    }

    @Test
    void a_create_request_without_a_text_of_the_run_is_reported_because_its_object_cannot_be_found()
            throws IOException {
        var line = line("creating", "POST", "/api/projects/1/annotations/", "{\"broken\": ", "");
        assertThat(cleanUp(FULL, new ArrayList<>(), line).left())
                .singleElement()
                .asString()
                .startsWith("/api/projects/1/annotations/: a request without a text of the run got no response");
    }

    @Test
    void a_project_with_a_similar_id_gets_no_request() throws IOException {
        var target = new Target(
                FULL.url(),
                Map.of("project_id", "1.5", "organization_id", "o"),
                FULL.keys(),
                FULL.fixtures(),
                FULL.other());
        var body = "{\"deleted\": true}";
        var mark = "core7-0123abcd-4567cdef";
        var asked = new ArrayList<String>();

        cleanUp(
                target,
                asked,
                line("created", "PATCH", "/api/projects/1x5/annotations/7/", body, mark),
                line("created", "PATCH", "/api/projects/1.5/annotations/7/", body, mark));

        assertThat(asked).containsExactly("GET /api/projects/1.5/annotations/7/", "GET /api/projects/1.5/annotations/");
    }

    @Test
    void objects_that_do_not_exist_any_more_count_as_removed() throws IOException {
        var asked = new ArrayList<String>();
        var path = "/api/projects/1/cohorts/7/";
        var mark = "core7-0123abcd-4567cdef";
        var outcome = cleanUp(FULL, asked, line("created", "PATCH", path, "{\"deleted\": true}", mark));
        assertThat(outcome).isEqualTo(new Cleanup.Outcome(1, List.of()));
        assertThat(asked).containsExactly("GET " + path, "GET /api/projects/1/cohorts/");
        assertThat(Leftovers.read(file()).cleanups()).isEmpty();
    }
}
