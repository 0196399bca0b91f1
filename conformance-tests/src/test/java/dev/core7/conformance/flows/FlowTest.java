package dev.core7.conformance.flows;

import static dev.core7.conformance.flows.Script.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.selection.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Small workflows that run against a scripted server. */
class FlowTest extends ScriptedFlows {
    @Test
    void each_clause_of_a_step_is_a_result_with_its_level_and_all_its_findings() throws Exception {
        var report = play(flow("flow", """
                - stepId: list
                  description: the list
                  operationId: annotations_list
                  successCriteria:
                    - {x-clause: first, condition: '$statusCode == 201'}
                    - {x-clause: second, condition: '$statusCode == 200'}
                    - {x-clause: first, condition: '$response.body#/id == 6'}
                """), always(200), Selection.ALL, Ledger.NONE);

        assertThat(report.results())
                .extracting(Result::id, Result::level, Result::clause)
                .containsExactly(
                        tuple("annotations_list/flow.list/first", Level.MUST, "the first clause (the list)"),
                        tuple("annotations_list/flow.list/second", Level.SHOULD, "the second clause (the list)"));
        assertThat(((Outcome.Failed) report.results().get(0).outcome()).findings())
                .extracting(f -> f.where() + " " + f.actual())
                .containsExactly("status 200", "/id 5 (integer)");
    }

    @Test
    void where_a_step_is_not_answered_the_steps_after_it_show_nothing() throws Exception {
        var server = always(500);
        assertThat(told(step("one", answered()) + step("two", criterion("first", "$statusCode == 500")), server))
                .element(1)
                .isEqualTo(
                        "annotations_list/flow.two/first NotProven step `one` before it got status 500: see why that step failed");
        assertThat(server.received).hasSize(1);
    }

    @Test
    void another_clause_that_fails_does_not_keep_the_steps_after_it_from_being_played() throws Exception {
        var told = told(
                step("one", criterion("first", "$statusCode == 200"))
                        + step("two", criterion("first", "$statusCode == 500")),
                always(500));
        assertThat(told.get(0)).startsWith("annotations_list/flow.one/first Failed");
        assertThat(told.get(1)).startsWith("annotations_list/flow.two/first Passed");
    }

    @Test
    void concurrent_steps_go_out_at_once() throws Exception {
        var meeting = new CyclicBarrier(2);
        var server = new Script((request, number) -> {
            try {
                meeting.await(10, TimeUnit.SECONDS);
                return json(200, "{}");
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the other one did not come", e);
            }
        });
        assertThat(told(
                        step("one", "x-concurrent: true\n" + answered())
                                + step("two", "x-concurrent: true\n" + answered()),
                        server))
                .hasSize(2)
                .allMatch(line -> line.contains(" Passed "));
    }

    @Test
    void what_needs_an_optional_input_does_not_apply_without_it_nor_does_what_builds_on_it() throws Exception {
        var server = always(200);
        var told = told(
                step("one", "x-needs: [insight]\n" + criterion("first", "true") + "outputs: {id: $response.body#/id}\n")
                        + step(
                                "two",
                                "parameters: [{name: search, in: query, value: $steps.one.outputs.id}]\n"
                                        + criterion("first", "true")),
                server);
        assertThat(told)
                .hasSize(2)
                .allMatch(line ->
                        line.endsWith("/first NotApplicable give an id under fixtures.insights in the target file"));
        assertThat(server.received).isEmpty();
    }

    @Test
    void what_needs_a_fixture_that_is_missing_is_not_proven_and_says_which() throws Exception {
        assertThat(told(step("one", "x-needs: [gone]\n" + criterion("first", "true")), always(200)))
                .containsExactly("annotations_list/flow.one/first NotProven"
                        + " give one more id under fixtures.other_project.comments in the target file");
    }

    @Test
    void a_step_without_a_value_for_its_path_is_not_sent_and_says_which() throws Exception {
        var server = always(200);
        assertThat(told("""
                - stepId: one
                  operationId: annotations_retrieve
                  parameters: [{name: idd, in: path, value: 5}]
                  successCriteria: [{x-clause: first, condition: '$statusCode == 200'}]
                """, server))
                .containsExactly(
                        "annotations_retrieve/flow.one/first NotProven parameter `id` has no value: add it to the target file");
        assertThat(server.received).isEmpty();
    }

    @Test
    void each_step_is_sent_with_the_key_of_the_least_scopes() throws Exception {
        var server = always(200);
        told(
                step("one", answered()) + "- stepId: two\n  operationId: cohorts_list\n"
                        + answered().indent(2),
                server);
        assertThat(server.received)
                .extracting(r -> String.valueOf(r.key() == null ? null : r.key().name()))
                .containsExactly("least-annotation-read", "least-cohort-read");
    }

    private List<String> followed(String output, Script server) throws Exception {
        return told(step("one", answered() + "outputs: {link: $response.body#/" + output + "}\n") + """
                - stepId: two
                  x-operation: {url: $steps.one.outputs.link, method: get}
                  x-follows: annotations_list
                  successCriteria: [{x-clause: first, condition: '$statusCode == 200'}]
                """, server);
    }

    @Test
    void a_link_is_followed_on_the_target_whatever_host_it_names() throws Exception {
        var server = always(200);
        assertThat(followed("next", server).get(1)).contains(" Passed ");
        assertThat(server.asked()).containsExactly("GET " + LIST, "GET " + LIST + "?offset=1");
    }

    @Test
    void a_link_to_another_path_or_that_is_no_url_is_told_and_not_followed() throws Exception {
        var server = always(200);
        assertThat(followed("other", server).get(1))
                .endsWith("NotProven the link http://target.invalid/api/users/ leads to a path other than " + LIST
                        + ": fix the link in the response");
        assertThat(followed("broken", server).get(1))
                .endsWith("NotProven the link ht tp:// is not a URL: fix the link in the response");
        assertThat(followed("none", server).get(1))
                .endsWith("NotProven step `one`: the response contains no value that could be used as"
                        + " `link` (expected a value at /none). Fix the response");
        assertThat(server.received).hasSize(3);
    }

    @Test
    void too_many_requests_and_payment_required_prove_nothing() throws Exception {
        for (int status : List.of(402, 429)) {
            assertThat(told(step("one", criterion("first", "$statusCode == 200")), always(status)))
                    .first(STRING)
                    .startsWith("annotations_list/flow.one/first NotProven the response has status " + status + ": ");
        }
    }

    @Test
    void a_flow_shows_nothing_where_one_that_it_depends_on_broke() throws Exception {
        var server = always(500);
        var second = flow("second", step("two", criterion("first", "true")))
                .replace("    inputs:", "    dependsOn: [flow]\n    inputs:");
        assertThat(told(play(flow("flow", step("one", answered())) + second, server, Selection.ALL, Ledger.NONE)))
                .element(1)
                .isEqualTo(
                        "annotations_list/second.two/first NotProven flow `flow` did not finish: see why its steps failed"
                                + " or are not proven");
        assertThat(server.received).hasSize(1);
    }

    private static String create() {
        return """
                - stepId: create
                  operationId: annotations_create
                  requestBody: {contentType: application/json, payload: {content: '{$inputs.mark} x'}}
                  successCriteria: [{x-clause: first, condition: '$statusCode == 201'}]
                """;
    }

    @Test
    void read_only_plays_no_flow_that_writes_and_operation_only_those_that_call_it() throws Exception {
        var flows = flow("writes", create()) + flow("reads", step("one", criterion("first", "true")));
        var server = always(200);
        assertThat(told(play(flows, server, new Selection(Set.of(), true), Ledger.NONE)))
                .containsExactly(
                        "annotations_create/writes.create/first Excluded --read-only sends only GET requests",
                        "annotations_list/reads.one/first Passed ");
        assertThat(told(play(flows, server, new Selection(Set.of("annotations_list"), false), Ledger.NONE)))
                .containsExactly(
                        "annotations_create/writes.create/first Excluded not selected by --operation",
                        "annotations_list/reads.one/first Passed ");
        assertThat(server.received).extracting(Request::method).containsOnly("GET");
    }

    @Test
    void what_is_created_is_in_the_ledger_before_it_is_sent_and_is_tidied_up() throws Exception {
        var events = new ArrayList<String>();
        var marks = new ArrayList<String>();
        var server = new Script((request, number) -> {
            events.add(request.method());
            marks.add(request.mark());
            return json(
                    request.method().equals("POST") ? 201 : 200,
                    "{\"id\": 5, \"content\": \"%s\", \"results\": []}".formatted(marks.get(0)));
        });
        var report = play(flow("flow", create()), server, Selection.ALL, new Recorded(events));

        assertThat(events)
                .as("it is read back before it is written to, and at the end the list is looked through")
                .containsExactly("creating", "POST", "created", "GET", "PATCH", "tidied up", "GET");
        assertThat(server.received.get(0).mark()).isNotEmpty();
        assertThat(server.received.get(2).path()).isEqualTo(LIST + "5/");
        assertThat(report.leftBehind()).isEmpty();
    }

    private record Recorded(List<String> events) implements Ledger {
        @Override
        public void creating(Request request) {
            events.add("creating");
        }

        @Override
        public void created(String mark, Request tidyUp) {
            events.add("created");
        }

        @Override
        public void refused(Request request) {
            events.add("refused");
        }

        @Override
        public void tidiedUp(Request tidyUp) {
            events.add("tidied up");
        }
    }
}
