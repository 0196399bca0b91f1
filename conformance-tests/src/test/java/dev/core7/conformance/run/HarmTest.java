package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a run leaves on a server, and what it sees that it should not have left. */
class HarmTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target FULL = Targets.full(CONTRACT);

    private static Report run(Transport transport, Target target) throws Exception {
        return new Runner(CONTRACT, target, transport, Selection.ALL).run(true, Progress.SILENT);
    }

    /** The same request from somebody who may do everything. */
    private static Request withAllScopes(Request request) {
        return new Request(
                request.method(),
                request.path(),
                request.headers(),
                request.body(),
                Targets.key("all", Set.of("*")),
                request.mark());
    }

    @Test
    void what_a_server_created_by_mistake_is_tidied_up_too() throws Exception {
        var careless = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                return super.send(request.key() == null ? withAllScopes(request) : request);
            }
        };

        var report = run(careless, FULL);

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(report.leftBehind()).isEmpty();
        assertThat(careless.objects)
                .hasSizeGreaterThan(8)
                .allSatisfy((address, object) -> assertThat(object).containsEntry("deleted", true));
    }

    @Test
    void what_cannot_be_tidied_up_is_named() throws Exception {
        var stubborn = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                return "{\"deleted\": true}".equals(request.body()) ? response(400, "", "") : super.send(request);
            }
        };

        assertThat(run(stubborn, FULL).leftBehind())
                .hasSize(27)
                .allMatch(
                        line -> line.matches(
                                "/api/projects/1/(annotations|cohorts)/1[012]\\d/: not removed, because the server returned 400"));
    }

    @Test
    void a_refused_update_that_is_done_all_the_same_is_seen() throws Exception {
        var twoFaced = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                if (request.method().equals("PATCH")) {
                    answer(withAllScopes(request));
                }
                return super.send(request);
            }
        };

        assertThat(run(twoFaced, FULL).results(Outcome.Failed.class))
                .extracting(Result::id)
                .containsExactlyInAnyOrder(
                        "annotations_partial_update/read-back/no-effect-after-refusal",
                        "annotations_partial_update/read-back/refused-changes-nothing",
                        "cohorts_partial_update/read-back/no-effect-after-refusal",
                        "cohorts_partial_update/read-back/refused-changes-nothing");
    }

    @Test
    void a_refused_create_that_is_done_all_the_same_is_seen() throws Exception {
        var twoFaced = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                if (request.method().equals("POST") && request.key() == null) {
                    answer(withAllScopes(request));
                }
                return super.send(request);
            }
        };

        assertThat(run(twoFaced, FULL).results(Outcome.Failed.class))
                .extracting(Result::id)
                .containsExactlyInAnyOrder(
                        "annotations_create/read-back/no-effect-after-refusal",
                        "cohorts_create/read-back/no-effect-after-refusal");
    }

    @Test
    void objects_that_a_list_has_shown_are_read_and_never_written_to() throws Exception {
        var server = new FakeServer(CONTRACT);
        server.objects.put("/api/projects/1/annotations/0/", new LinkedHashMap<>());
        var reader = Targets.with(List.of(Targets.key("reader", Set.of("annotation:read"))), Map.of());

        var report = run(server, reader);

        assertThat(server.received)
                .filteredOn(r -> r.path().equals("/api/projects/1/annotations/0/"))
                .extracting(Request::method)
                .contains("GET")
                .doesNotContain("POST", "PATCH", "DELETE");
        assertThat(report.results())
                .filteredOn(r -> r.id().equals("annotations_retrieve/method-POST/other-method-refused"))
                .singleElement()
                .satisfies(r -> assertThat(r.outcome().reason())
                        .isEqualTo("no object to send POST to, because the run created none: see the results of the"
                                + " operation that creates them"));
    }

    @Test
    void a_key_that_the_server_does_not_know_proves_no_scope() throws Exception {
        var mistyped = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                boolean unknown = request.key() != null && request.key().name().startsWith("all-but");
                return unknown ? response(401, "application/json", "{}") : super.send(request);
            }
        };

        assertThat(run(mistyped, FULL).results(Outcome.Passed.class))
                .filteredOn(r -> r.sent().purpose() instanceof Purpose.LacksScope && r.level() == Level.MUST)
                .isEmpty();
    }
}
