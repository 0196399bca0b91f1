package dev.core7.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.FakeServer;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseSourcesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/cases.txt");
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final List<Case> CASES = cases(Targets.full(CONTRACT));

    private static List<Case> cases(Target target) {
        Transport none = request -> {
            throw new Transport.NoAnswerException("nothing is sent here", true);
        };
        return new Runner(CONTRACT, target, none, Selection.ALL).cases();
    }

    private static List<String> names(Operation operation) {
        return CASES.stream()
                .filter(c -> c.operation().equals(operation))
                .map(Case::name)
                .toList();
    }

    /**
     * The target has every key that a case needs. A difference shows the effect of a contract change on the suite; run the test with
     * {@code -Dcases.write=true} to write the list anew.
     */
    @Test
    void cases_are_those_of_cases_txt_in_that_order() throws IOException {
        var text = String.join("\n", CASES.stream().map(Case::id).toList()) + "\n";
        if (Boolean.getBoolean("cases.write")) {
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).as("run this test with -Dcases.write=true").isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void ids_of_cases_are_unique() {
        assertThat(CASES).extracting(Case::id).doesNotHaveDuplicates();
    }

    @Test
    void no_case_lacks_a_key_if_the_target_has_every_key() {
        assertThat(CASES).allSatisfy(c -> assertThat(c.missing()).isEmpty());
    }

    @Test
    void every_operation_is_called_with_the_right_key_without_each_scope_without_a_key_and_with_unknown_ones() {
        assertThat(CONTRACT.operations()).allSatisfy(operation -> {
            var names = names(operation);
            assertThat(names).anyMatch(name -> name.startsWith("documented"));
            assertThat(names).contains("no-key", "unknown-key", "empty-key", "other-scheme");
            assertThat(names)
                    .containsAll(
                            operation.scopes().stream().map(s -> "lacks-" + s).toList());
        });
    }

    @Test
    void every_operation_of_a_project_is_called_with_the_key_of_another() {
        assertThat(CONTRACT.operations())
                .filteredOn(o -> o.path().contains("{project_id}"))
                .allSatisfy(operation -> assertThat(names(operation)).contains("foreign-key-foreign"));
    }

    @Test
    void a_case_without_a_suitable_key_says_which_key_to_add() {
        var poor = cases(Targets.with(List.of(Targets.key("reader", Set.of("cohort:read"))), Map.of()));

        assertThat(poor)
                .filteredOn(c -> c.id().equals("cohorts_persons_retrieve/documented"))
                .extracting(Case::missing)
                .containsExactly(Optional.of(
                        "no key that holds cohort:read and person:read: add one to keys in the target file"));
        assertThat(poor)
                .filteredOn(c -> c.id().equals("cohorts_persons_retrieve/lacks-cohort:read"))
                .extracting(Case::missing)
                .containsExactly(Optional.of("no key that holds person:read but lacks cohort:read: "
                        + "add one to keys in the target file, preferably with every other scope"));
        assertThat(poor)
                .filteredOn(c -> c.id().equals("cohorts_list/lacks-cohort:read"))
                .extracting(Case::missing)
                .containsExactly(Optional.of("no key that lacks cohort:read: "
                        + "add one to keys in the target file, preferably with every other scope"));
    }

    @Test
    void a_target_without_keys_has_the_same_cases_which_say_that_they_lack_one() {
        var all = cases(Targets.with(List.of(Targets.key("all", Set.of("*"))), Map.of()));
        var none = cases(Targets.with(List.of(), Map.of()));

        assertThat(none)
                .extracting(Case::id)
                .isEqualTo(all.stream().map(Case::id).toList());
        assertThat(none)
                .filteredOn(c -> c.id().startsWith("cohorts_persons_retrieve/")
                        && !c.name().startsWith("lacks-"))
                .extracting(c -> c.name() + ": " + c.missing().orElse("nothing"))
                .contains(
                        "foreign-object: no key that holds cohort:read and person:read: add one to keys in the target file",
                        "unknown-id: no key that holds cohort:read and person:read: add one to keys in the target file",
                        "no-key: nothing");
    }

    @Test
    void without_another_project_cases_say_which_key_and_which_objects_to_add() {
        var alone = new Target(
                "http://target.invalid",
                Map.of("project_id", "1", "organization_id", "o"),
                List.of(Targets.key("all", Set.of("*"))),
                Map.of(),
                Optional.empty());

        assertThat(cases(alone))
                .filteredOn(c -> c.operation().id().equals("cohorts_persons_retrieve")
                        && c.name().startsWith("foreign-"))
                .extracting(c -> c.name() + ": " + c.missing().orElse("nothing"))
                .containsExactly(
                        "foreign-key: no key that holds cohort:read and person:read and is limited to another project: add one"
                                + " with its project_id to keys in the target file, preferably with every scope",
                        "foreign-object: no object of another project is known: add ids to"
                                + " fixtures.other_project.cohorts in the target file");
    }

    @Test
    void what_other_projects_and_organizations_lend_is_requested() {
        var full = Targets.full(CONTRACT);
        var other = new Target.OtherProject(
                Map.of("project_id", "2", "organization_id", "p"),
                Map.of(
                        "roles",
                        List.of("r"),
                        "persons",
                        List.of("u"),
                        "insights",
                        List.of("3"),
                        "dashboards",
                        List.of("4")));
        var lending = new Target(full.url(), full.parameters(), full.keys(), full.fixtures(), Optional.of(other));

        assertThat(cases(lending))
                .extracting(Case::id)
                .contains(
                        "roles_destroy/foreign-object",
                        "annotations_retrieve/own-object-in-other-project",
                        "annotations_create/foreign-reference-dashboard_item",
                        "annotations_create/foreign-reference-dashboard_id",
                        "cohorts_add_persons_to_static_cohort_partial_update/foreign-reference-person_ids",
                        "cohorts_remove_person_from_static_cohort_partial_update/foreign-reference-person_id")
                .doesNotContain("annotations_partial_update/foreign-reference-dashboard_id");
        assertThat(cases(full)).extracting(Case::id).doesNotContain("roles_destroy/foreign-object");
    }

    @Test
    void every_operation_is_called_with_changed_keys_in_every_documented_place() {
        assertThat(CONTRACT.operations())
                .allSatisfy(operation -> assertThat(names(operation)).contains("cut-key", "longer-key"));
        assertThat(CASES)
                .extracting(Case::name)
                .contains("upper-case-key", "upper-case-key-in-query", "upper-case-key-in-body")
                .contains("prefixed-key", "prefixed-key-in-query", "prefixed-key-in-body")
                .contains("very-long-key", "very-long-key-in-query", "very-long-key-in-body");
    }

    @Test
    void every_name_in_x_unjudged_is_a_case_or_a_written_field() {
        for (Operation operation : CONTRACT.operations()) {
            var known = new ArrayList<>(names(operation));
            known.add("previous-page");
            operation
                    .body()
                    .ifPresent(body -> body.schema().properties().keySet().forEach(field -> {
                        known.add("write-" + field);
                        known.add("write-empty-" + field);
                        known.add("legal-" + field);
                    }));
            assertThat(known)
                    .as(operation.id())
                    .containsAll(operation.unjudged().keySet());
        }
    }

    @Test
    void unjudged_cases_are_not_sent() throws Exception {
        var server = new FakeServer(CONTRACT);

        var report = new Runner(CONTRACT, Targets.full(CONTRACT), server, Selection.ALL).run(false, Progress.SILENT);

        assertThat(report.results())
                .filteredOn(r ->
                        r.sent().operation().unjudged().containsKey(r.sent().name()))
                .hasSizeGreaterThan(6)
                .allSatisfy(r -> {
                    assertThat(r.exchange()).isEmpty();
                    assertThat(r.outcome().word()).isEqualTo("not-applicable");
                    assertThat(r.outcome().reason()).contains("PostHog");
                });
    }

    @Test
    void effects_of_refused_writes_are_looked_for_before_the_documented_request_overwrites_them() {
        assertThat(names(CONTRACT.operation("cohorts_partial_update").orElseThrow()))
                .containsSubsequence("no-key", "read-back", "documented");
    }
}
