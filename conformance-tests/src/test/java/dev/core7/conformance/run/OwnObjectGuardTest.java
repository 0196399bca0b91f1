package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run writes to no object before it has read it back, and finds what no answer has named. */
class OwnObjectGuardTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target FULL = Targets.full(CONTRACT);
    private static final String NOTE = "/api/projects/1/annotations/7/";
    private static final String NOTES = "/api/projects/1/annotations/";

    /** A server that changes its answers to creates of annotations; it has an annotation of somebody else. */
    private static class Odd extends FakeServer {
        final List<Request> unread = new ArrayList<>();

        Odd() {
            super(CONTRACT);
            objects.put(NOTE, new LinkedHashMap<>(Map.of("content", "a note")));
        }

        static boolean creates(Request request, Response answer) {
            return request.method().equals("POST") && request.path().equals(NOTES) && answer.status() == 201;
        }

        Response changed(Response created) throws NoAnswerException {
            return created;
        }

        @Override
        public Response send(Request request) throws NoAnswerException {
            var answer = super.send(request);
            if (creates(request, answer)) {
                unread.add(request);
                return changed(answer);
            }
            return answer;
        }

        /** The objects of the run that are not marked deleted. */
        List<String> left() {
            return objects.entrySet().stream()
                    .filter(object -> object.getValue().toString().contains("core7-"))
                    .filter(object -> !Boolean.TRUE.equals(object.getValue().get("deleted")))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private static Report run(Transport transport) throws Exception {
        return new Runner(CONTRACT, FULL, transport, Selection.ALL).run(false, Progress.SILENT);
    }

    private static Response with(Response answer, int status, String from, String to) {
        return FakeServer.response(status, "application/json", answer.text().replaceAll(from, to));
    }

    @Test
    void an_object_that_a_create_names_wrongly_is_never_written_to_and_the_right_one_is_tidied_up() throws Exception {
        var server = new Odd() {
            @Override
            Response changed(Response created) {
                return with(created, 201, "\"id\":\\d+", "\"id\":7");
            }
        };

        var report = run(server);

        assertThat(server.received)
                .filteredOn(request -> request.path().startsWith(NOTE))
                .extracting(Request::method)
                .doesNotContain("PATCH", "DELETE", "POST", "PUT");
        assertThat(server.objects.get(NOTE)).containsEntry("content", "a note").doesNotContainKey("deleted");
        assertThat(server.left()).isEmpty();
        assertThat(report.leftBehind()).isEmpty();
        assertThat(report.results(Level.MUST, Outcome.Failed.class))
                .extracting(Result::id)
                .contains("annotations_create/documented/created-object");
        assertThat(report.results(Outcome.NotProven.class))
                .filteredOn(r -> r.sent().operation().id().equals("annotations_partial_update"))
                .extracting(r -> r.outcome().reason())
                .contains("no object to send this request to: none was created by annotations_create; add ids under"
                        + " fixtures.annotations in the target file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"without id", "empty id", "500", "302", "no answer"})
    void what_a_create_of_unknown_outcome_has_made_is_found_and_tidied_up(String how) throws Exception {
        var server = new Odd() {
            @Override
            Response changed(Response created) throws NoAnswerException {
                return switch (how) {
                    case "without id" -> with(created, 201, "\"id\":\\d+,?", "");
                    case "empty id" -> with(created, 201, "\"id\":\\d+", "\"id\":\"\"");
                    case "no answer" -> throw new NoAnswerException("connection closed", false);
                    default -> FakeServer.response(Integer.parseInt(how), "", "");
                };
            }
        };

        var report = run(server);

        assertThat(server.unread).isNotEmpty();
        assertThat(server.left()).isEmpty();
        assertThat(report.leftBehind()).isEmpty();
        assertThat(report.results())
                .noneMatch(result -> result.outcome().reason().contains("fault of the kit"));
    }

    @Test
    void what_cannot_be_looked_for_is_named() throws Exception {
        var server = new Odd() {
            @Override
            Response changed(Response created) {
                return FakeServer.response(500, "", "");
            }

            @Override
            public Response send(Request request) throws NoAnswerException {
                boolean lists = request.method().equals("GET")
                        && Paths.withoutQuery(request.path()).equals(NOTES);
                return lists ? FakeServer.response(503, "", "") : super.send(request);
            }
        };

        assertThat(run(server).leftBehind())
                .isNotEmpty()
                .allMatch(line -> line.matches(NOTES + ", object with the text core7-\\S+: it may exist, because"
                        + " annotations_create returned 500 and its list returned 503; run kit cleanup with the ledger"
                        + " of this run"));
    }

    @Test
    void a_certain_object_that_no_list_shows_is_named() throws Exception {
        var server = new Odd() {
            @Override
            Response changed(Response created) {
                return with(created, 201, "\"id\":\\d+", "\"id\":7");
            }

            @Override
            public Response send(Request request) throws NoAnswerException {
                var answer = super.send(request);
                return request.method().equals("GET") && request.path().equals(NOTES) && answer.status() == 200
                        ? FakeServer.response(200, "application/json", "{\"results\": []}")
                        : answer;
            }
        };

        assertThat(run(server).leftBehind())
                .singleElement()
                .asString()
                .matches(NOTES
                        + ", object with the text core7-\\S+: annotations_create returned the id of another object, "
                        + NOTE + ", and the list does not contain the object");
    }

    @Test
    void two_objects_of_one_request_are_both_tidied_up() throws Exception {
        var server = new Odd() {
            @Override
            public Response send(Request request) throws NoAnswerException {
                var answer = super.send(request);
                if (creates(request, answer)) {
                    answer(request);
                }
                return answer;
            }
        };

        assertThat(run(server).leftBehind()).isEmpty();
        assertThat(server.left()).isEmpty();
    }

    @Test
    void a_server_that_shows_no_objects_is_written_to_no_more_and_nobody_is_blamed_for_it() throws Exception {
        var server = new Odd() {
            @Override
            public Response send(Request request) throws NoAnswerException {
                boolean shows = request.method().equals("GET") && request.path().contains("/annotations/");
                return shows ? FakeServer.response(501, "", "") : super.send(request);
            }
        };

        var report = run(server);

        assertThat(server.received)
                .filteredOn(request -> request.path().matches(".*/annotations/1\\d\\d/"))
                .extracting(Request::method)
                .doesNotContain("PATCH", "DELETE", "POST");
        assertThat(report.leftBehind())
                .isNotEmpty()
                .allMatch(
                        line -> line.matches(NOTES + "\\d+/: not removed, because it could not be confirmed as created"
                                + " by this run: .* returned 501"));
        assertThat(report.results(Outcome.Failed.class))
                .extracting(Result::check)
                .doesNotContain("created-object");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_object_whose_text_the_server_changes_is_ours_all_the_same(boolean cut) throws Exception {
        var server = new Odd() {
            @Override
            public Response send(Request request) throws NoAnswerException {
                var answer = super.send(request);
                objects.values().forEach(object -> object.computeIfPresent("content", (name, text) -> changed(text)));
                return answer;
            }

            private Object changed(Object text) {
                var whole = String.valueOf(text);
                return !whole.startsWith("core7-")
                        ? text
                        : cut ? whole.substring(0, 15) : whole.toUpperCase(Locale.ROOT);
            }
        };

        var report = run(server);

        assertThat(report.leftBehind()).isEmpty();
        assertThat(server.objects.keySet())
                .filteredOn(path -> path.matches(".*/annotations/1\\d\\d/"))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(server.objects.get(path)).containsEntry("deleted", true));
        assertThat(report.results(Outcome.Failed.class))
                .extracting(Result::check)
                .doesNotContain("created-object");
    }

    @Test
    void an_object_that_the_server_fails_to_tidy_up_is_repaired_and_tidied_up_again() throws Exception {
        var repaired = new ArrayList<String>();
        var server = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                if ("{\"filters\": null}".equals(request.body())) {
                    repaired.add(request.path());
                }
                return "{\"deleted\": true}".equals(request.body())
                                && request.path().contains("/cohorts/")
                                && !repaired.contains(request.path())
                        ? FakeServer.response(500, "", "")
                        : super.send(request);
            }
        };

        assertThat(run(server).leftBehind()).isEmpty();
        assertThat(repaired).isNotEmpty().doesNotHaveDuplicates();
    }
}
