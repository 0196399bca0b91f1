package dev.core7.conformance.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.run.FakeServer;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WriteGuardTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    private final FakeServer server = new FakeServer(CONTRACT);
    private final Target target = Targets.full(CONTRACT);
    private final Inventory inventory = new Inventory(CONTRACT, target);
    private final WriteGuard fence =
            new WriteGuard(server, new WritePermission(CONTRACT, target, inventory, path -> true)::mayWrite);

    /** The run has created cohort 5, which was read back, and nothing else. */
    @BeforeEach
    void createCohort() {
        var create = CONTRACT.operation("cohorts_create").orElseThrow();
        var sent = Case.of(create, "documented-static", new Purpose.Documented("application/json"), null);
        var mark = RunMarks.of("0a1b2c3d", "create");
        var request = new Request("POST", "/api/projects/1/cohorts/", Map.of(), null, null, mark);
        inventory.remember(new Exchange(sent, request, FakeServer.response(201, "application/json", "{\"id\": 5}")));
        var retrieve = CONTRACT.operation("cohorts_retrieve").orElseThrow();
        inventory.remember(new Exchange(
                Case.of(retrieve, "documented", new Purpose.Documented("application/json"), null),
                request("GET", "/api/projects/1/cohorts/5/"),
                FakeServer.response(200, "application/json", "{\"id\": 5, \"name\": \"" + mark + "\"}")));
    }

    private static Request request(String method, String path) {
        return new Request(method, path, Map.of(), null, null, "");
    }

    @Test
    void objects_of_others_get_empty_updates_and_only_lent_roles_are_deleted() {
        var other = new Target.OtherProject(
                Map.of("project_id", "2", "organization_id", "p"),
                Map.of("cohorts", List.of("7"), "roles", List.of("r9")));
        var lending =
                new Target(target.url(), target.parameters(), target.keys(), target.fixtures(), Optional.of(other));
        var permission =
                new WritePermission(CONTRACT, lending, inventory, path -> path.equals("/api/projects/1/cohorts/7/"));

        assertThat(permission.mayWrite(request("DELETE", "/api/organizations/o/roles/r9/")))
                .isTrue();
        assertThat(permission.mayWrite(request("DELETE", "/api/organizations/p/roles/r9/")))
                .isFalse();
        assertThat(permission.mayWrite(request("DELETE", "/api/organizations/o/roles/r8/")))
                .isFalse();
        assertThat(permission.mayWrite(request("DELETE", "/api/projects/1/cohorts/7/")))
                .isFalse();
        String members = "/api/projects/1/cohorts/7/add_persons_to_static_cohort/";
        assertThat(permission.mayWrite(new Request("PATCH", members, Map.of(), "{}", null, "")))
                .isTrue();
        assertThat(permission.mayWrite(new Request("PATCH", members, Map.of(), "{\"person_ids\":[]}", null, "")))
                .isFalse();
        var visible = new WritePermission(CONTRACT, lending, inventory, path -> false);
        assertThat(visible.mayWrite(new Request("PATCH", members, Map.of(), "{}", null, "")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/projects/1/cohorts/6/",
        "DELETE, /api/projects/1/annotations/5/",
        "POST, /api/projects/2/cohorts/",
        "PATCH, /api/projects/2/cohorts/5/",
        "DELETE, /api/organizations/o/roles/r3/",
        "DELETE, /api/organizations/p/roles/r1/",
        "DELETE, /api/organizations/o/roles/",
        "PATCH, /api/projects/1/cohorts/5/../6/",
        "PATCH, /api/projects/1/cohorts/5/%2e%2e/6/",
        "PATCH, /api/projects/1/cohorts/5%2F..%2F6/",
        "PATCH, /api/projects/1/cohorts//5/",
        "PATCH, /api/projects/1/cohorts/6",
        "PATCH, /api/projects/1/cohorts/5/;/../6/",
        "PATCH, //evil.invalid/api/projects/1/cohorts/5/",
        "PATCH, /api/projects/1/cohorts/5/persons/",
        "DELETE, /api/projects/1/cohorts/",
        "PATCH, /api/projects/1/annotations/",
        "POST, /api/projects/1/comments/",
        "PUT, /",
        "PATCH, '/api/projects/1/cohorts/6/?x=/api/projects/1/cohorts/5/'",
        "patch, /api/projects/1/cohorts/6/",
        "get, /api/projects/1/cohorts/6/",
    })
    void stops_what_is_not_its_own_and_sends_nothing(String method, String path) {
        assertThatThrownBy(() -> fence.send(request(method, path)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the kit tried to send " + method + " " + path.split("\\?")[0]
                        + ", to which this run must not write; nothing was sent");
        assertThat(server.received).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/projects/2/cohorts/150/",
        "HEAD, /api/projects/1/cohorts/",
        "OPTIONS, /api/organizations/o/roles/r3/",
        "POST, /api/projects/1/cohorts/",
        "POST, '/api/projects/1/annotations/?x=1'",
        "PATCH, /api/projects/1/cohorts/5/",
        "DELETE, /api/projects/1/cohorts/5/",
        "PATCH, /api/projects/1/cohorts/5/add_persons_to_static_cohort/",
        "POST, /api/projects/1/cohorts/5/persons/",
        "PATCH, /api/projects/1/cohorts/987654321/",
        "DELETE, /api/organizations/o/roles/r2/",
        "DELETE, /api/organizations/o/roles/ffffffff-ffff-ffff-ffff-ffffffffffff/",
    })
    void lets_through_what_the_run_needs(String method, String path) {
        assertThatCode(() -> fence.send(request(method, path))).doesNotThrowAnyException();
        assertThat(server.received).hasSize(1);
    }

    @Test
    void nothing_a_whole_run_sends_is_stopped() throws Exception {
        var report = new Runner(CONTRACT, target, server, Selection.ALL).run(true, Progress.SILENT);

        assertThat(report.results())
                .extracting(r -> r.outcome().reason())
                .noneMatch(reason -> reason.contains("not its own"));
        assertThat(server.received)
                .filteredOn(r -> !List.of("GET", "HEAD", "OPTIONS").contains(r.method()))
                .filteredOn(r -> r.path().contains("/projects/2/")
                        || r.path().contains("/150/")
                        || r.path().contains("/201/"))
                .as("what belongs to others is sent a change of nothing at most")
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.method() + " " + r.body()).isEqualTo("PATCH {}"));
    }
}
