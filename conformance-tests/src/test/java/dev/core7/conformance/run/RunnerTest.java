package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RunnerTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target FULL = Targets.full(CONTRACT);

    private final FakeServer server = new FakeServer(CONTRACT);

    private static Report run(Transport transport, Selection selection) throws Exception {
        return new Runner(CONTRACT, FULL, transport, selection).run(true, Progress.SILENT);
    }

    @Test
    void a_server_that_keeps_the_contract_is_conformant_without_a_warning() throws Exception {
        var report = run(server, Selection.ALL);

        assertThat(report.results(Outcome.Failed.class)).isEmpty();
        assertThat(report.results(Outcome.NotProven.class)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void nobody_at_the_address_ends_the_run_at_once() {
        Transport nobody = request -> {
            throw new Transport.NoAnswerException("no connection: refused", true);
        };

        assertThatThrownBy(() -> run(nobody, Selection.ALL))
                .isInstanceOf(Runner.UnreachableException.class)
                .hasMessage("no connection: refused");
    }

    @Test
    void a_server_that_falls_silent_is_asked_a_few_times_more_for_each_of_two_resources_and_no_longer()
            throws Exception {
        for (boolean unreachable : List.of(true, false)) {
            var silent = new FakeServer(CONTRACT) {
                @Override
                public Response send(Request request) throws NoAnswerException {
                    var response = super.send(request);
                    if (received.size() > 10) {
                        throw new NoAnswerException("silence", unreachable);
                    }
                    return response;
                }
            };

            var report = run(silent, Selection.ALL);

            assertThat(silent.received.stream()
                            .filter(r -> !String.valueOf(r.body()).contains("deleted")))
                    .hasSizeBetween(20, 22);
            assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report.results(Outcome.NotProven.class))
                    .extracting(r -> r.outcome().reason())
                    .contains("not sent, because the server stopped responding:"
                            + " check that it is running and repeat the run");
        }
    }

    @Test
    void a_run_that_is_interrupted_tidies_up_and_proves_nothing_more() throws Exception {
        var server = new FakeServer(CONTRACT);
        var progress = new Progress() {
            private int steps;

            @Override
            public void step(int done, int total, String next) {
                steps++;
            }

            @Override
            public Optional<String> stopReason() {
                return steps < 250 ? Optional.empty() : Optional.of("the run was interrupted: run it again");
            }
        };

        var report = new Runner(CONTRACT, FULL, server, Selection.ALL).run(true, progress);

        assertThat(progress.steps).isEqualTo(250);
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.results(Outcome.NotProven.class))
                .extracting(r -> r.outcome().reason())
                .contains("the run was interrupted: run it again");
        assertThat(report.exchanges()).hasSizeLessThan(300);
        assertThat(server.received)
                .anySatisfy(r -> assertThat(String.valueOf(r.body())).contains("deleted"));
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void nothing_more_is_created_once_the_ledger_is_full_and_what_was_created_is_tidied_up() throws Exception {
        var creating = new AtomicInteger();
        var full = new Ledger() {
            @Override
            public void creating(Request request) throws UnwritableException {
                if (creating.incrementAndGet() > 2) {
                    throw new UnwritableException("the ledger cannot be written: no space left");
                }
            }

            @Override
            public void created(String mark, Request tidyUp) {}

            @Override
            public void refused(Request request) {}

            @Override
            public void tidiedUp(Request tidyUp) {}
        };
        var report = new Runner(CONTRACT, FULL, server, Selection.ALL).run(false, Progress.SILENT, full, 1);

        assertThat(server.received)
                .filteredOn(r -> r.method().equals("POST") && r.path().matches(".*/(annotations|cohorts)/"))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(server.objects.values())
                .allSatisfy(object ->
                        assertThat(object.getOrDefault("deleted", true)).isEqualTo(true));
        assertThat(report.results(Outcome.NotProven.class))
                .extracting(r -> r.outcome().reason())
                .contains(
                        "not sent, because the kit only creates objects that it can record: the ledger cannot be written: no"
                                + " space left");
    }

    @Test
    void a_check_that_throws_is_a_fault_of_the_kit_and_proves_nothing() throws Exception {
        var runner = new Runner(
                CONTRACT, FULL, server, Selection.ALL, Runner.caseSources(), List.of(new ThrowingCheck()), List.of());
        var report = runner.run(false, Progress.SILENT);

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.results())
                .filteredOn(r -> r.exchange().isPresent())
                .extracting(r -> r.outcome().reason())
                .containsOnly("bug in the check throwing of the kit, please report it: "
                        + "java.lang.IllegalStateException: broken");
    }

    @Test
    void a_transport_that_throws_is_a_fault_of_the_kit_and_the_run_goes_on() throws Exception {
        var faulty = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                if (request.path().contains("comments")) {
                    throw new IllegalStateException("broken");
                }
                return super.send(request);
            }
        };

        var report = run(faulty, Selection.ALL);

        assertThat(report.results(Outcome.NotProven.class))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.outcome().reason())
                        .isEqualTo("bug in the kit, please report it: java.lang.IllegalStateException: broken"))
                .extracting(r -> r.sent().operation().id())
                .containsOnly("comments_list");
    }

    @Test
    void refusals_come_before_the_documented_delete_and_it_takes_only_what_was_lent() throws Exception {
        var report = run(server, Selection.ALL);

        var deletes = report.exchanges().stream()
                .filter(e -> e.request().method().equals("DELETE")
                        && e.request().path().contains("roles"))
                .toList();
        assertThat(deletes).last().satisfies(e -> {
            assertThat(e.sent().name()).isEqualTo("documented");
            assertThat(e.request().path()).isEqualTo(FakeServer.ROLE);
        });
        assertThat(deletes).filteredOn(e -> e.sent().purpose().isRefusalOfKey()).hasSizeGreaterThan(4);
        assertThat(server.received)
                .noneMatch(r -> r.path().contains("/r2/") && r.method().equals("DELETE"));
    }

    private static Target withRoles(String... ids) {
        var fixtures = new HashMap<>(FULL.fixtures());
        fixtures.put("roles", List.of(ids));
        return new Target(FULL.url(), FULL.parameters(), FULL.keys(), fixtures, FULL.other());
    }

    @Test
    void lent_objects_that_are_gone_are_counted_and_named() throws Exception {
        var report =
                new Runner(CONTRACT, withRoles("gone", "gone-too"), server, Selection.ALL).run(false, Progress.SILENT);

        assertThat(report.results(Outcome.NotProven.class))
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.outcome().reason())
                        .isEqualTo("all 2 ids under fixtures.roles do not exist (404): add ids of existing objects"))
                .extracting(r -> r.sent().operation().id())
                .containsOnly("roles_destroy");
    }

    @Test
    void the_next_lent_object_is_used_if_the_first_is_gone() throws Exception {
        var report = new Runner(CONTRACT, withRoles("gone", "r1"), server, Selection.ALL).run(false, Progress.SILENT);

        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(server.objects).doesNotContainKey(FakeServer.ROLE);
    }

    @Test
    void what_the_user_left_out_is_listed_and_still_called_to_set_up() throws Exception {
        var report = run(server, new Selection(Set.of("cohorts_retrieve"), false));

        assertThat(report.results())
                .filteredOn(r -> r.outcome() instanceof Outcome.Excluded)
                .hasSizeGreaterThan(200)
                .allSatisfy(r -> assertThat(r.outcome().reason()).isEqualTo("not selected by --operation"));
        assertThat(report.results())
                .filteredOn(r -> !(r.outcome() instanceof Outcome.Excluded))
                .extracting(r -> r.sent().operation().id())
                .containsOnly("cohorts_retrieve");
        assertThat(server.received)
                .extracting(r -> r.method() + " " + r.path())
                .contains("POST /api/projects/1/cohorts/")
                .noneMatch(line -> line.contains("annotations") || line.contains("roles"));
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void read_only_sends_nothing_but_get() throws Exception {
        var report = run(server, new Selection(Set.of(), true));

        assertThat(server.received).isNotEmpty().extracting(Request::method).containsOnly("GET");
        assertThat(report.results(Outcome.Excluded.class))
                .extracting(r -> r.outcome().reason())
                .containsOnly("--read-only sends only GET requests");
    }
}
