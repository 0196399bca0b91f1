package dev.core7.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write without a response may have taken effect, may take effect later, or never. */
class UnansweredWritesTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target TARGET = new Target(
            "http://target.invalid",
            Map.of("project_id", "1", "organization_id", "o"),
            List.of(),
            Map.of(),
            Optional.empty());
    private static final String LIST = "/api/projects/1/annotations/";
    private static final Instant START = Instant.parse("2026-11-30T00:00:00Z");

    private int sent;

    private static Case sent(String operation) {
        return Case.of(
                CONTRACT.operation(operation).orElseThrow(),
                "documented",
                new Purpose.Documented(MediaType.JSON),
                null);
    }

    private Exchange exchange(String operation, String path, @Nullable String body, int status, String shown) {
        var sent = sent(operation);
        return new Exchange(
                sent,
                new Request(sent.called().method(), path, Map.of(), body, null, ""),
                new Response(
                        status,
                        Map.of("content-type", List.of(MediaType.JSON)),
                        shown.getBytes(StandardCharsets.UTF_8),
                        false,
                        Duration.ofMillis(10),
                        Optional.of(START.plusSeconds(this.sent++))));
    }

    private static Unanswered unanswered(String operation, String path, String body) {
        var sent = sent(operation);
        return new Unanswered(
                sent,
                new Request(sent.called().method(), path, Map.of(), body, null, ""),
                "the server closed the connection",
                false,
                1,
                true);
    }

    private static Outcome judge(Law law, Attempt... attempts) {
        var evidence = Evidence.of(List.of(attempts), CONTRACT, TARGET);
        return Model.of(evidence).judge(law, (Exchange) attempts[attempts.length - 1]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "second"})
    void an_unanswered_update_leaves_the_old_and_the_new_value_possible(String shown) {
        var create = exchange(
                "annotations_create", LIST, "{\"content\": \"first\"}", 201, "{\"id\": 5, \"content\": \"first\"}");
        var update = unanswered("annotations_partial_update", LIST + "5/", "{\"content\": \"second\"}");
        var read =
                exchange("annotations_retrieve", LIST + "5/", null, 200, "{\"id\": 5, \"content\": \"" + shown + "\"}");

        assertThat(judge(Law.SHOWN_AS_WRITTEN, create, update, read)).isEqualTo(Outcome.passed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations_create", "annotations_partial_update"})
    void an_unanswered_write_excuses_no_other_value(String operation) {
        var create = exchange(
                "annotations_create", LIST, "{\"content\": \"first\"}", 201, "{\"id\": 5, \"content\": \"first\"}");
        var write =
                unanswered(operation, operation.endsWith("create") ? LIST : LIST + "5/", "{\"content\": \"second\"}");
        var read = exchange("annotations_retrieve", LIST + "5/", null, 200, "{\"id\": 5, \"content\": \"third\"}");

        assertThat(judge(Law.SHOWN_AS_WRITTEN, create, write, read)).isInstanceOf(Outcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core7-0123abcd-0123abcd"})
    void an_unanswered_create_may_have_made_an_object(String mark) {
        var body = "{\"content\": \"" + mark + "\"}";
        var create = exchange("annotations_create", LIST, body, 201, "{\"id\": 5, \"content\": \"" + mark + "\"}");
        var list = exchange(
                "annotations_list",
                LIST,
                null,
                200,
                "{\"results\": [{\"id\": 5, \"content\": \"" + mark + "\"}, {\"id\": 6, \"content\": \"" + mark
                        + "\"}], \"next\": null, \"previous\": null}");

        assertThat(judge(Law.ONE_CREATE_ONE_OBJECT, create, list)).isInstanceOf(Outcome.Failed.class);
        assertThat(judge(Law.ONE_CREATE_ONE_OBJECT, create, unanswered("annotations_create", LIST, body), list))
                .isEqualTo(Outcome.passed());
    }
}
