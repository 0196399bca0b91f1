package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.objects.FieldPreconditions;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** No request of a run leaves something in a server that stores it unchecked and stumbles over it later. */
class HarmlessTest {
    private static final Report RUN = Judged.inside(Judged.world(), Twist.NONE, Selection.ALL, true);

    private static Map<String, @Nullable Object> needed(Exchange exchange) {
        return FieldPreconditions.of(
                exchange.sent().called(), exchange.request().body());
    }

    /** The body by which the object that a request names was created; for a create its own. */
    private static List<String> created(Exchange exchange) {
        if (exchange.sent().called().method().equals("POST")) {
            return List.of(String.valueOf(exchange.request().body()));
        }
        return RUN.exchanges().stream()
                .filter(e -> e.sent().called().method().equals("POST") && e.accepted())
                .filter(e -> exchange.request().path().endsWith("/" + id(e) + "/"))
                .map(e -> String.valueOf(e.request().body()))
                .toList();
    }

    private static String id(Exchange created) {
        try {
            return created.response().json() instanceof Map<?, ?> object ? String.valueOf(object.get("id")) : "none";
        } catch (Json.NotJsonException e) {
            return "none";
        }
    }

    @Test
    void filters_go_to_dynamic_cohorts_only_in_cases_and_flows() {
        var restricted = RUN.exchanges().stream()
                .filter(exchange -> !needed(exchange).isEmpty())
                .filter(exchange -> !exchange.sent().purpose().isRefusalOfKey())
                .toList();

        assertThat(restricted)
                .extracting(exchange -> exchange.sent().id())
                .contains(
                        "cohorts_create/documented-dynamic",
                        "cohorts_create/bad-field-filters-type",
                        "cohorts_partial_update/bad-field-filters-type",
                        "cohorts_partial_update/cohort-life.patch-filters");
        assertThat(restricted)
                .allSatisfy(exchange -> assertThat(created(exchange))
                        .hasSize(1)
                        .allMatch(body -> FieldPreconditions.holds(needed(exchange), body)));
    }

    @Test
    void wrong_filters_name_the_kind_of_cohort() {
        assertThat(RUN.exchanges())
                .filteredOn(exchange -> exchange.sent().id().equals("cohorts_create/bad-field-filters-type"))
                .extracting(exchange -> exchange.request().body())
                .singleElement()
                .asString()
                .contains("\"filters\":\"no-object\"", "\"is_static\":false");
    }

    @Test
    void a_run_sends_few_requests_and_creates_few_objects() {
        assertThat(RUN.exchanges()).hasSizeLessThanOrEqualTo(1500);
        assertThat(createdIn("annotations")).hasSizeBetween(20, 40);
        assertThat(createdIn("cohorts")).hasSizeBetween(15, 25);
    }

    private static List<Exchange> createdIn(String list) {
        return RUN.exchanges().stream()
                .filter(e -> e.response().status() == 201)
                .filter(e -> e.request().path().matches("[^?]*/" + list + "/?(\\?.*)?"))
                .toList();
    }

    @Test
    void a_run_deletes_two_of_the_lent_roles_at_most() {
        assertThat(RUN.exchanges())
                .filteredOn(exchange -> exchange.request().method().equals("DELETE") && exchange.accepted())
                .filteredOn(exchange -> exchange.request().path().contains("/roles/"))
                .extracting(exchange -> exchange.request().path())
                .hasSizeBetween(1, 2);
    }

    @Test
    void fields_that_the_contract_keeps_free_are_never_sent() {
        assertThat(RUN.exchanges())
                .noneMatch(exchange -> String.valueOf(exchange.request().body()).contains("\"groups\":"))
                .noneMatch(exchange -> String.valueOf(exchange.request().body()).contains("\"query\":"));
    }
}
