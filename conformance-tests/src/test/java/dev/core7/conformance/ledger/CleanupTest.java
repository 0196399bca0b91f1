package dev.core7.conformance.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.FakeServer;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanupTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target FULL = Targets.full(CONTRACT);

    @TempDir
    private Path folder;

    private final FakeServer server = new FakeServer(CONTRACT);
    private final List<Integer> created = new ArrayList<>();

    /** Simulates that the process was killed; an error, so that the suite does not catch it. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private Path file() {
        return folder.resolve(FileLedger.FILE_NAME);
    }

    private String ledger() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void run(Transport transport) throws Exception {
        try (var ledger = FileLedger.begin(folder, FULL.url())) {
            new Runner(CONTRACT, FULL, transport, Selection.ALL).run(true, Progress.SILENT, ledger, 1);
        }
    }

    /** Runs until the create request of that number was processed, and dies before its response arrives. */
    private void runUntilCreate(int number) {
        Transport dying = request -> {
            var answer = server.send(request);
            if (answer.status() == 201) {
                created.add(number);
                if (created.size() == number) {
                    throw new Killed();
                }
            }
            return answer;
        };
        assertThatThrownBy(() -> run(dying)).isInstanceOf(Killed.class);
    }

    private Cleanup.Outcome cleanUp() {
        return new Cleanup(CONTRACT, FULL, server).run(file());
    }

    @Test
    void a_create_request_is_recorded_before_it_is_sent_and_without_keys() throws Exception {
        var posted = new ArrayList<Request>();
        run(request -> {
            if (request.method().equals("POST")
                    && !request.mark().isEmpty()
                    && request.path().endsWith("s/")) {
                posted.add(request);
                assertThat(ledger()).contains(request.mark());
            }
            return server.send(request);
        });
        assertThat(posted).isNotEmpty();
        assertThat(ledger()).doesNotContain("secret-");
        assertThat(Leftovers.read(file()).cleanups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void objects_of_a_killed_run_are_removed_even_if_the_response_was_never_received(int number) {
        runUntilCreate(number);
        var tidied = new ArrayList<String>();
        Transport watched = request -> {
            Response answer = server.send(request);
            if (request.method().equals("PATCH") && answer.status() == 200) {
                tidied.add(request.path());
            }
            return answer;
        };

        var outcome = new Cleanup(CONTRACT, FULL, watched).run(file());

        assertThat(outcome.removed()).isEqualTo(number);
        assertThat(tidied).hasSize(number).doesNotHaveDuplicates();
    }

    @Test
    void an_object_whose_response_was_never_received_is_searched_on_every_page() {
        runUntilCreate(1);
        var asked = new ArrayList<String>();
        Transport paged = request -> {
            asked.add(request.method() + " " + request.path());
            return request.method().equals("GET") ? page(request) : server.send(request);
        };

        assertThat(new Cleanup(CONTRACT, FULL, paged).run(file())).isEqualTo(new Cleanup.Outcome(1, List.of()));
        assertThat(asked)
                .containsExactly(
                        "GET /api/projects/1/annotations/",
                        "GET /api/projects/1/annotations/?offset=1",
                        "PATCH /api/projects/1/annotations/100/");
    }

    /** One item per page; the link to the next page has another host. */
    private Response page(Request request) throws Transport.NoAnswerException {
        try {
            int offset = request.path().contains("?") ? 1 : 0;
            var whole = server.send(request).json();
            var page = new LinkedHashMap<String, Object>();
            page.put("results", List.of(Objects.requireNonNull(JsonPointer.find(whole, "/results/" + offset))));
            if (offset == 0) {
                page.put("next", "https://other.example/?offset=1");
            }
            return new Response(200, Map.of(), Json.write(page).getBytes(UTF_8), false, Duration.ZERO);
        } catch (Json.NotJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void cleanup_can_be_repeated() {
        runUntilCreate(2);
        var first = cleanUp();
        var second = cleanUp();
        assertThat(second.left()).isEqualTo(first.left());
        assertThat(Leftovers.read(file()).cleanups()).isEmpty();
    }

    private static String line(String event, String method, String path, String body, String mark) {
        return Json.write(Map.of("event", event, "method", method, "path", path, "body", body, "mark", mark));
    }

    @Test
    void an_id_that_now_belongs_to_an_object_of_others_is_left() {
        runUntilCreate(2);
        var asked = new ArrayList<String>();
        Transport restored = request -> {
            asked.add(request.method());
            var answer = server.send(request);
            return answer.text().contains("\"results\"") ? answer : foreign(answer);
        };

        var outcome = new Cleanup(CONTRACT, FULL, restored).run(file());

        assertThat(outcome.left())
                .contains("PATCH /api/projects/1/annotations/100/: the object at /api/projects/1/annotations/100/ does"
                        + " not contain the text that this run sent, so it is another object");
        assertThat(asked)
                .as("the lists still show the run's objects, and they are tidied up")
                .startsWith("GET")
                .filteredOn("PATCH"::equals)
                .hasSize(1);
    }

    /** Returns the response for an object that no run created. */
    private static Response foreign(Response own) {
        var body = own.text().replace("core7-", "nobody-").replaceFirst("(created_at\":\")\\d+", "$11999");
        return new Response(own.status(), own.headers(), body.getBytes(UTF_8), false, Duration.ZERO);
    }

    @Test
    void a_cohort_whose_removal_causes_a_server_error_is_repaired_first() throws IOException {
        var path = "/api/projects/1/cohorts/7/";
        server.objects.put(path, new LinkedHashMap<>(Map.of("name", "core7-0123abcd-4567cdef")));
        var written = new ArrayList<String>();
        Transport broken = request -> {
            if (request.method().equals("PATCH")) {
                written.add(request.body());
            }
            return written.equals(List.of("{\"deleted\": true}"))
                    ? new Response(500, Map.of(), new byte[0], false, Duration.ZERO)
                    : server.send(request);
        };
        Files.writeString(
                file(),
                "{\"url\":\"%s\"}\n%s\n"
                        .formatted(
                                FULL.url(),
                                line("created", "PATCH", path, "{\"deleted\": true}", "core7-0123abcd-4567cdef")));

        assertThat(new Cleanup(CONTRACT, FULL, broken).run(file())).isEqualTo(new Cleanup.Outcome(1, List.of()));
        assertThat(written).containsExactly("{\"deleted\": true}", "{\"filters\": null}", "{\"deleted\": true}");
    }

    @Test
    void objects_that_the_server_does_not_remove_are_reported_and_stay_in_the_ledger() {
        runUntilCreate(2);
        Transport stubborn =
                request -> request.method().equals("PATCH") ? new FakeServer(CONTRACT).send(request) : refuse();
        assertThat(new Cleanup(CONTRACT, FULL, stubborn).run(file()).left()).isNotEmpty();
    }

    private static Response refuse() throws Transport.NoAnswerException {
        throw new Transport.NoAnswerException("timed out", false);
    }

    @Test
    void the_ledger_of_another_server_is_refused_and_nothing_is_sent() {
        FileLedger.begin(folder, "http://other.invalid").close();
        Transport unused = request -> {
            throw new AssertionError(request);
        };
        assertThatThrownBy(() -> new Cleanup(CONTRACT, FULL, unused).run(file()))
                .isInstanceOf(InputException.class)
                .hasMessage(file() + ":1: the ledger is of http://other.invalid, but the target file"
                        + " describes http://target.invalid");
    }
}
