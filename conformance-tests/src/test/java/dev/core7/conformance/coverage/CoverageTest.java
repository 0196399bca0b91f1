package dev.core7.conformance.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.run.FakeServer;
import dev.core7.conformance.run.UnjudgedReports;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ONE = "annotations_retrieve";
    private static final String MANY = "annotations_list";

    private final List<Exchange> exchanges = new ArrayList<>();

    private static Operation operation(String id) {
        return CONTRACT.operation(id).orElseThrow();
    }

    private static Case documented(String operation) {
        return Case.of(operation(operation), "documented", new Purpose.Documented("application/json"), null);
    }

    private void answered(String operation, String path, String body) {
        answered(documented(operation), operation(operation).method(), path, 200, body);
    }

    private void answered(Case sent, String method, String path, int status, String body) {
        var request = new Request(method, path, Map.of(), null, null, "");
        exchanges.add(new Exchange(sent, request, FakeServer.response(status, "application/json", body)));
    }

    private List<Coverage> all() {
        return Coverage.of(UnjudgedReports.of(CONTRACT, Targets.at("http://localhost"), exchanges));
    }

    private Usage usage(String operation, Item.Kind kind, String name, String form) {
        var usages = all().stream()
                .filter(coverage -> coverage.operation().id().equals(operation))
                .flatMap(coverage -> coverage.items(kind).stream())
                .filter(item -> item.name().equals(name))
                .flatMap(item -> item.usages().stream())
                .filter(usage -> usage.form().equals(form))
                .toList();
        assertThat(usages).as(name + " " + form).hasSize(1);
        return usages.get(0);
    }

    /** What was seen of a response field, and the request that showed it. */
    private String seen(String operation, String field) {
        var value = usage(operation, Item.Kind.RESPONSE_FIELD, field, Usage.VALUE);
        if (value.isExercised()) {
            return "VALUE " + value.request();
        }
        var isNull = all().stream()
                .filter(coverage -> coverage.operation().id().equals(operation))
                .flatMap(coverage -> coverage.items(Item.Kind.RESPONSE_FIELD).stream())
                .filter(item -> item.name().equals(field))
                .flatMap(item -> item.usages().stream())
                .filter(usage -> usage.form().equals(Usage.NULL) && usage.isExercised())
                .findFirst();
        return isNull.map(usage -> "ONLY_NULL " + usage.request()).orElse("NEVER");
    }

    @Test
    void a_field_is_seen_with_a_value_as_null_or_never() {
        answered(ONE, "/a/5/", "{\"id\": 0, \"deleted\": false, \"content\": null}");

        assertThat(seen(ONE, "id")).isEqualTo("VALUE GET /a/5/");
        assertThat(seen(ONE, "deleted")).isEqualTo("VALUE GET /a/5/");
        assertThat(seen(ONE, "content")).isEqualTo("ONLY_NULL GET /a/5/");
        assertThat(seen(ONE, "scope")).isEqualTo("NEVER");
    }

    @Test
    void a_value_outweighs_null_whichever_comes_first() {
        answered(ONE, "/a/5/", "{\"content\": null, \"dashboard_id\": 7}");
        answered(ONE, "/a/6/", "{\"content\": \"x\", \"dashboard_id\": null}");

        assertThat(seen(ONE, "content")).isEqualTo("VALUE GET /a/6/");
        assertThat(seen(ONE, "dashboard_id")).isEqualTo("VALUE GET /a/5/");
    }

    @Test
    void the_items_of_a_list_are_looked_at_one_by_one() {
        answered(MANY, "/a/", "{\"results\": [{\"content\": null}, {\"content\": \"x\", \"date_marker\": null}]}");

        assertThat(seen(MANY, "results")).isEqualTo("VALUE GET /a/");
        assertThat(seen(MANY, "results[].content")).isEqualTo("VALUE GET /a/");
        assertThat(seen(MANY, "results[].date_marker")).isEqualTo("ONLY_NULL GET /a/");
        assertThat(seen(MANY, "results[].scope")).isEqualTo("NEVER");
        assertThat(seen(MANY, "next")).isEqualTo("NEVER");
    }

    @Test
    void an_empty_list_shows_no_item() {
        answered(MANY, "/a/", "{\"results\": []}");

        assertThat(seen(MANY, "results[].id")).isEqualTo("NEVER");
    }

    @Test
    void a_union_of_user_and_null_is_followed_into_the_user() {
        answered(ONE, "/a/5/", "{\"created_by\": null}");
        assertThat(seen(ONE, "created_by")).isEqualTo("ONLY_NULL GET /a/5/");
        assertThat(seen(ONE, "created_by.email")).isEqualTo("NEVER");

        answered(ONE, "/a/6/", "{\"created_by\": {\"email\": \"a@b\", \"hedgehog_config\": null}}");
        assertThat(seen(ONE, "created_by")).isEqualTo("VALUE GET /a/6/");
        assertThat(seen(ONE, "created_by.email")).isEqualTo("VALUE GET /a/6/");
        assertThat(seen(ONE, "created_by.hedgehog_config")).isEqualTo("ONLY_NULL GET /a/6/");
        assertThat(seen(ONE, "created_by.uuid")).isEqualTo("NEVER");
    }

    @Test
    void unions_inside_the_items_of_a_list_are_followed_too() {
        answered(
                "comments_list",
                "/c/",
                "{\"results\": [{\"completed_by\": null}, {\"completed_by\": {\"id\": 1}, \"created_by\": null}]}");

        assertThat(seen("comments_list", "results[].completed_by.id")).isEqualTo("VALUE GET /c/");
        assertThat(seen("comments_list", "results[].created_by")).isEqualTo("ONLY_NULL GET /c/");
        assertThat(seen("comments_list", "results[].created_by.id")).isEqualTo("NEVER");
    }

    @Test
    void groups_inside_groups_are_told_once() {
        answered("cohorts_retrieve", "/c/7/", """
                {"filters": {"properties": {"type": "OR", "values": [{"type": "AND", "values": [{"key": "email"}]}]}}}
                """);

        var fields = all().stream()
                .filter(coverage -> coverage.operation().id().equals("cohorts_retrieve"))
                .flatMap(coverage -> coverage.items(Item.Kind.RESPONSE_FIELD).stream())
                .map(Item::name)
                .toList();
        assertThat(fields).doesNotHaveDuplicates();
        assertThat(seen("cohorts_retrieve", "filters.properties.values[].type")).isEqualTo("VALUE GET /c/7/");
    }

    @Test
    void what_is_refused_not_json_or_the_answer_to_another_method_shows_nothing() {
        answered(documented(ONE), "GET", "/a/5/", 404, "{\"id\": 5}");
        answered(ONE, "/a/5/", "<html>id</html>");
        var options = Case.of(operation(ONE), "method-OPTIONS", new Purpose.OtherMethod(Set.of()), null);
        answered(options, "OPTIONS", "/a/5/", 200, "{\"id\": 5}");

        assertThat(seen(ONE, "id")).isEqualTo("NEVER");
    }

    @Test
    void a_read_back_is_evidence_for_the_operation_that_reads() {
        var back = Case.of(
                operation("annotations_partial_update"), "read-back", new Purpose.ReadBack(operation(ONE)), null);
        answered(back, "GET", "/a/5/", 200, "{\"id\": 5}");

        assertThat(seen(ONE, "id")).isEqualTo("VALUE GET /a/5/");
        assertThat(seen("annotations_partial_update", "id")).isEqualTo("NEVER");
    }

    @Test
    void every_field_of_every_documented_response_is_listed_and_none_that_is_only_written() {
        var fields = all().stream()
                .filter(coverage -> coverage.operation().id().equals("comments_list"))
                .flatMap(coverage -> coverage.items(Item.Kind.RESPONSE_FIELD).stream())
                .map(Item::name);
        assertThat(fields)
                .contains("next", "results[].source_comment", "results[].completed_by.role_at_organization")
                .doesNotContain("results[].mentions", "results[].slug");
        var usages =
                all().stream().flatMap(coverage -> coverage.items().stream()).flatMap(item -> item.usages().stream());
        assertThat(usages).allSatisfy(usage -> assertThat(usage.reason()).isNotEmpty());
    }

    private void sent(String operation, String path, @Nullable String body, int status) {
        var headers =
                body == null ? Map.<String, String>of() : Map.of("Content-Type", "application/json; charset=utf-8");
        var request = new Request(operation(operation).method(), path, headers, body, null, "");
        exchanges.add(new Exchange(
                documented(operation), request, FakeServer.response(status, "application/json", "{\"id\": 5}")));
    }

    @Test
    void what_a_request_contains_is_counted_with_the_statuses_of_its_responses() {
        sent("annotations_create", "/a/", "{\"creation_type\": \"GIT\", \"date_marker\": null}", 201);
        sent("annotations_create", "/a/", "{\"creation_type\": \"XYZ\"}", 400);

        var field = Item.Kind.REQUEST_FIELD;
        assertThat(usage("annotations_create", field, "creation_type", "value").statuses())
                .isEqualTo(Map.of("201", 1, "400", 1));
        assertThat(usage("annotations_create", field, "creation_type", "= GIT").times())
                .isEqualTo(1);
        assertThat(usage("annotations_create", field, "creation_type", "= USR").reason())
                .isEqualTo("no case sends it");
        assertThat(usage("annotations_create", field, "date_marker", "null").times())
                .isEqualTo(1);
        assertThat(usage("annotations_create", field, "date_marker", "absent").times())
                .isEqualTo(1);
        assertThat(usage("annotations_create", Item.Kind.REQUEST_TYPE, "application/json", "value")
                        .times())
                .isEqualTo(2);
        assertThat(usage("annotations_create", Item.Kind.STATUS, "400", "value").times())
                .isEqualTo(1);
        assertThat(usage("annotations_create", Item.Kind.STATUS, "401", "value").reason())
                .isEqualTo("no request got this status");
    }

    @Test
    void query_parameters_are_counted_with_their_listed_values() {
        sent("cohorts_persons_retrieve", "/c/5/persons/?format=csv&limit=1", null, 200);

        var parameter = Item.Kind.PARAMETER;
        assertThat(usage("cohorts_persons_retrieve", parameter, "format", "= csv")
                        .times())
                .isEqualTo(1);
        assertThat(usage("cohorts_persons_retrieve", parameter, "format", "= json")
                        .times())
                .isZero();
        assertThat(usage("cohorts_persons_retrieve", parameter, "offset", "absent")
                        .times())
                .isEqualTo(1);
        assertThat(usage("cohorts_persons_retrieve", parameter, "id", "value").times())
                .isEqualTo(1);
    }
}
