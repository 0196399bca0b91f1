package dev.core7.conformance.flows;

import static dev.core7.conformance.flows.Script.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Transport;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How often the steps of a workflow are repeated, and what an unanswered repetition proves. */
class RetryTest extends ScriptedFlows {
    @Test
    void a_step_is_repeated_until_it_holds_with_the_pause_before_each_repetition() throws Exception {
        var server = new Script((request, number) -> json(number < 3 ? 404 : 200, "{}"));
        var retry = "onFailure: [{name: later, type: retry, retryAfter: 0.5, retryLimit: 6}]\n";
        assertThat(told(step("one", criterion("first", "$statusCode == 200") + retry), server)
                        .get(0))
                .contains(" Passed ");
        assertThat(server.received).hasSize(3);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofMillis(500));
    }

    @Test
    void a_step_is_repeated_no_more_often_than_it_says() throws Exception {
        var server = always(404);
        var retry = "onFailure: [{name: later, type: retry, retryAfter: 1, retryLimit: 2}]\n";
        assertThat(told(step("one", criterion("first", "$statusCode == 200") + retry), server)
                        .get(0))
                .contains(" Failed ");
        assertThat(server.received).hasSize(3);
        assertThat(pauses).hasSize(2);
    }

    @Test
    void a_named_step_is_repeated_before_it() throws Exception {
        var server = new Script((request, number) -> json(number < 4 ? 404 : 200, "{}"));
        var first = step("one", "parameters: [{name: search, in: query, value: one}]\n" + criterion("second", "true"));
        var retry = "onFailure: [{name: later, type: retry, retryAfter: 0, retryLimit: 2, stepId: one}]\n";
        told(first + step("two", criterion("first", "$statusCode == 200") + retry), server);
        assertThat(server.asked())
                .containsExactly(
                        "GET " + LIST + "?search=one", "GET " + LIST, "GET " + LIST + "?search=one", "GET " + LIST);
    }

    private static Script silentFrom(int first) {
        return new Script((request, number) -> {
            if (number >= first) {
                throw new Transport.NoAnswerException("the connection was reset", true);
            }
            return json(404, "{}");
        });
    }

    @Test
    void a_repetition_that_is_not_answered_proves_nothing_whatever_was_answered_before() throws Exception {
        var server = silentFrom(2);
        var retry = "onFailure: [{name: later, type: retry, retryAfter: 0, retryLimit: 3}]\n";
        assertThat(told(
                        step("one", criterion("first", "$statusCode == 200") + retry)
                                + step("two", criterion("first", "true")),
                        server))
                .containsExactly(
                        "annotations_list/flow.one/first NotProven GET /api/projects/1/annotations/: the connection was reset",
                        "annotations_list/flow.two/first NotProven GET /api/projects/1/annotations/: the connection was reset");
        assertThat(server.received).hasSize(3);
    }

    @Test
    void nothing_is_proven_either_where_the_step_repeated_before_it_is_not_answered() throws Exception {
        var server = silentFrom(3);
        var first = step("one", "parameters: [{name: search, in: query, value: one}]\n" + criterion("second", "true"));
        var retry = "onFailure: [{name: later, type: retry, retryAfter: 0, retryLimit: 2, stepId: one}]\n";
        assertThat(told(first + step("two", criterion("first", "$statusCode == 200") + retry), server))
                .containsExactly(
                        "annotations_list/flow.one/second Passed ",
                        "annotations_list/flow.two/first NotProven GET /api/projects/1/annotations/?search=one: the connection was reset");
        assertThat(server.received).hasSize(3);
    }
}
