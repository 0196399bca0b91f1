package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.WritePermission;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RequestBuilderTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    private final Map<String, List<String>> fixtures =
            new HashMap<>(Map.of("roles", List.of("r1", "r2"), "persons", List.of(Targets.PERSON)));

    private Inventory inventory = inventory();

    private Inventory inventory() {
        return new Inventory(CONTRACT, Targets.with(List.of(), fixtures));
    }

    private RequestBuilder requestBuilder() {
        var target = Targets.with(List.of(), fixtures);
        return new RequestBuilder(
                target, inventory, new WritePermission(CONTRACT, target, inventory, path -> true), "run");
    }

    private Request build(Case sent) throws RequestBuilder.MissingException {
        return requestBuilder().build(sent);
    }

    private static Case documented(String operation) {
        return Case.of(
                CONTRACT.operation(operation).orElseThrow(),
                "documented",
                new Purpose.Documented("application/json"),
                null);
    }

    private void answered(Case sent, int status, String body) throws RequestBuilder.MissingException {
        inventory.remember(new Exchange(sent, build(sent), FakeServer.response(status, "application/json", body)));
    }

    @Test
    void puts_the_marks_into_the_text_that_people_see() throws Exception {
        var request = build(documented("annotations_create"));

        assertThat(request.mark()).isEqualTo("core7-run-111de627");
        assertThat(request.body())
                .isEqualTo("{\"content\":\"core7-run-111de627\",\"date_marker\":\"2019-08-24T14:15:22Z\"}");
    }

    @Test
    void every_case_and_every_flow_of_the_contract_has_a_mark_of_its_own() {
        var target = Targets.with(List.of(), Map.of());
        var cases = new Runner(CONTRACT, target, new FakeServer(CONTRACT), Selection.ALL)
                .cases().stream().map(Case::id);
        var flows = Flows.bundled(CONTRACT, RetryDelay.NEVER).stream().map(Behaviour::id);
        assertThat(Stream.concat(cases, flows).map(requestBuilder()::mark)).doesNotHaveDuplicates();
    }

    @Test
    void a_body_without_the_mark_has_none() throws Exception {
        var broken = documented("annotations_create").withChange(draft -> draft.withBody("{"));

        assertThat(build(broken).mark()).isEmpty();
    }

    @Test
    void puts_fixtures_where_the_contract_asks_for_them_in_lists_too() throws Exception {
        answered(documented("cohorts_create").withExample("static"), 201, "{\"id\": 5}");

        assertThat(build(documented("cohorts_add_persons_to_static_cohort_partial_update"))
                        .body())
                .isEqualTo("{\"person_ids\":[\"" + Targets.PERSON + "\"]}");
        assertThat(build(documented("cohorts_remove_person_from_static_cohort_partial_update"))
                        .body())
                .isEqualTo("{\"person_id\":\"" + Targets.PERSON + "\"}");
    }

    @Test
    void says_which_fixture_is_missing() throws Exception {
        fixtures.clear();
        inventory = inventory();
        answered(documented("cohorts_create").withExample("static"), 201, "{\"id\": 5}");

        assertThatThrownBy(() -> build(documented("cohorts_remove_person_from_static_cohort_partial_update")))
                .hasMessage("the request needs an existing object that no operation creates: "
                        + "add an id under fixtures.persons in the target file");
        assertThatThrownBy(() -> build(documented("roles_destroy")))
                .hasMessage("no object to send this request to: add ids under fixtures.roles in the target file");
        assertThatThrownBy(() -> build(documented("annotations_retrieve")))
                .hasMessage("no object to send this request to: none was created by annotations_create; "
                        + "add ids under fixtures.annotations in the target file");
    }

    @Test
    void follows_links_to_the_object_of_the_right_example() throws Exception {
        answered(documented("cohorts_create").withExample("dynamic"), 201, "{\"id\": 4}");
        answered(documented("cohorts_create").withExample("static"), 201, "{\"id\": 5}");

        assertThat(build(documented("cohorts_persons_retrieve")).path())
                .isEqualTo("/api/projects/1/cohorts/5/persons/");
        assertThat(build(documented("cohorts_retrieve").withExample("dynamic")).path())
                .isEqualTo("/api/projects/1/cohorts/4/");
        assertThat(build(documented("cohorts_retrieve").withExample("static")).path())
                .isEqualTo("/api/projects/1/cohorts/5/");
        assertThat(build(documented("cohorts_destroy")).path()).isEqualTo("/api/projects/1/cohorts/4/");
    }

    @Test
    void a_fixture_that_is_used_up_is_not_used_again() throws Exception {
        assertThat(build(documented("roles_destroy")).path()).endsWith("/roles/r1/");
        answered(documented("roles_destroy"), 403, "{}");
        assertThat(build(documented("roles_destroy")).path()).endsWith("/roles/r1/");
        answered(documented("roles_destroy"), 204, "");
        assertThat(build(documented("roles_destroy")).path()).endsWith("/roles/r2/");
        answered(documented("roles_destroy"), 204, "");
        assertThatThrownBy(() -> build(documented("roles_destroy")))
                .isInstanceOf(RequestBuilder.MissingException.class);
    }

    @Test
    void what_a_list_shows_is_read_and_not_written() throws Exception {
        answered(documented("annotations_list"), 200, "{\"results\": [{\"id\": 7}]}");

        assertThat(build(documented("annotations_retrieve")).path()).isEqualTo("/api/projects/1/annotations/7/");
        assertThatThrownBy(() -> build(documented("annotations_partial_update")))
                .isInstanceOf(RequestBuilder.MissingException.class);
        assertThatThrownBy(
                        () -> build(documented("annotations_retrieve").withChange(draft -> draft.withMethod("POST"))))
                .hasMessage("no object to send POST to, because the run created none: see the results of the"
                        + " operation that creates them");
    }
}
