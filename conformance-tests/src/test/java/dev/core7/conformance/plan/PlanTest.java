package dev.core7.conformance.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.http.PlainTransport;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A plan says what a run does, and promises no less than a run needs and no more than it can prove. */
class PlanTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String SOME = "0190aaaa-0000-7000-8000-000000000001";
    private static final Selection READ_ONLY = new Selection(Set.of(), true);

    private static final MockServer MOCK =
            MockServer.start(CONTRACT, MockOptions.defaults().withState());

    @AfterAll
    static void stop() {
        MOCK.close();
    }

    /** A mock without state has no other project: ids that it does not find stand for objects of one. */
    private static Target full() {
        var target = EmbeddedTarget.of(MOCK, CONTRACT);
        var other = new Target.OtherProject(
                Map.of("project_id", "2"),
                Map.of("annotations", List.of("900000002"), "cohorts", List.of("900000002")));
        return new Target(target.url(), target.parameters(), target.keys(), target.fixtures(), Optional.of(other));
    }

    private static Key key(String name, String... scopes) {
        return new Key(name, MOCK.key(scopes), Set.of(scopes), Optional.empty(), "KEY");
    }

    private static Target oneKey() {
        return with(List.of(key("all", "*")), full().fixtures());
    }

    private static Target noFixtures() {
        return with(full().keys(), Map.of());
    }

    private static Target with(List<Key> keys, Map<String, List<String>> fixtures) {
        return new Target(MOCK.url(), full().parameters(), keys, fixtures, full().other());
    }

    private static String plan(Target target, Selection selection) {
        return Plan.of(CONTRACT, target, selection, List.of()).text();
    }

    @Test
    void the_requests_of_flows_are_told_with_what_they_lack() {
        var flows = Flows.bundled(CONTRACT, RetryDelay.NEVER);
        assertThat(Plan.of(CONTRACT, noFixtures(), Selection.ALL, flows).text())
                .containsPattern("annotations_retrieve +\\d\\d ")
                .containsPattern("Creates \\d\\d objects with annotations_create")
                .contains("not proven: give an id under fixtures.persons in the target file")
                .doesNotContain("link");
    }

    record Run(String name, Target target, Selection selection) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Run> runs() {
        return Stream.of(
                new Run("every key and fixture", full(), Selection.ALL),
                new Run("one key", oneKey(), Selection.ALL),
                new Run("no fixtures", noFixtures(), Selection.ALL),
                new Run("read-only", full(), READ_ONLY),
                new Run("one operation", full(), new Selection(Set.of("cohorts_retrieve"), false)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void a_run_sends_what_its_plan_tells_and_leaves_open_what_it_names(Run run) throws Exception {
        MOCK.resetState();
        var transport = new PlainTransport(run.target(), Duration.ofSeconds(10));
        var real = new Runner(CONTRACT, run.target(), transport, run.selection()).run(false, Progress.SILENT);
        var plan = plan(run.target(), run.selection());

        assertThat(plan).startsWith(sum(real)).contains(rows(real));
        for (Level level : Level.values()) {
            assertThat(real.results(level, Outcome.Passed.class).size())
                    .isPositive()
                    .isLessThanOrEqualTo(atMost(plan, level));
            assertThat(real.results(level, Outcome.NotProven.class))
                    // What a server's lists have in them, no plan can know.
                    .filteredOn(r -> !r.outcome().reason().startsWith("the list is empty"))
                    .hasSize(open(plan, level))
                    .allSatisfy(r -> assertThat(plan).contains(r.outcome().reason()));
        }
    }

    private static String sum(Report sent) {
        return "Requests to " + sent.target().url() + ": " + sent.exchanges().size() + ", including "
                + writes(sent.exchanges().stream()) + " writes. This plan did not send them.\n";
    }

    /** A line for each operation: name, requests, writes, keys. */
    private static String rows(Report sent) {
        return CONTRACT.operations().stream().map(o -> row(o, sent)).collect(Collectors.joining());
    }

    private static String row(Operation operation, Report sent) {
        var exchanges = sent.exchanges().stream()
                .filter(e -> e.sent().operation().equals(operation))
                .toList();
        var keys = exchanges.stream()
                .map(e -> e.request().key())
                .filter(Objects::nonNull)
                .map(Key::name)
                .collect(Collectors.toCollection(TreeSet::new));
        return String.format(
                "%-58s %8d %6d  %s%n",
                operation.id(), exchanges.size(), writes(exchanges.stream()), String.join(" ", keys));
    }

    private static long writes(Stream<Exchange> exchanges) {
        return exchanges
                .map(e -> e.request().method())
                .filter(method -> !Set.of("GET", "HEAD", "OPTIONS").contains(method))
                .count();
    }

    @Test
    void tells_what_is_created_deleted_and_left() {
        assertThat(plan(full(), Selection.ALL))
                .contains("Creates 11 objects with annotations_create, marked as deleted at the end.")
                .contains("Creates 11 objects with cohorts_create, marked as deleted at the end.")
                .contains("Deletes 1 fixture with roles_destroy.\n");
        assertThat(plan(noFixtures(), Selection.ALL))
                .contains("Creates 11 objects with ")
                .doesNotContain("Deletes ");
        assertThat(plan(full(), READ_ONLY)).doesNotContain("Creates ").doesNotContain("Deletes ");
    }

    @Test
    void with_every_key_and_fixture_nothing_is_open() {
        assertThat(plan(full(), Selection.ALL)).doesNotContain(" not proven: ");
        for (Level level : Level.values()) {
            assertThat(open(plan(full(), Selection.ALL), level)).isZero();
        }
    }

    /** Checks of the steps of behaviours are planned only if the steps can be sent, so a role adds more. */
    @Test
    void a_fixture_adds_as_much_as_the_plan_says_or_more() {
        var before = plan(noFixtures(), Selection.ALL);
        for (String name : List.of("persons", "roles")) {
            var after = plan(with(full().keys(), Map.of(name, List.of(SOME))), Selection.ALL);
            for (Level level : Level.values()) {
                int more = more(before, level, "under fixtures." + name + " in the target file");
                assertThat(more).isPositive();
                assertThat(atMost(after, level)).as(name).isGreaterThanOrEqualTo(atMost(before, level) + more);
            }
        }
    }

    @Test
    void a_key_adds_as_much_as_the_plan_says_or_more() {
        var before = plan(oneKey(), Selection.ALL);
        var more = more(before, Level.MUST, "the key all holds more than annotation:read: ")
                + more(before, Level.MUST, "no key that lacks annotation:write: ");
        assertThat(more).isPositive();

        var keys = List.of(key("all", "*"), key("reader", "annotation:read"));
        var after = plan(with(keys, full().fixtures()), Selection.ALL);

        assertThat(atMost(after, Level.MUST)).isGreaterThanOrEqualTo(atMost(before, Level.MUST) + more);
    }

    /** What it says that level can prove at most, and of how many. */
    private static MatchResult proven(String plan, Level level) {
        return Pattern.compile(level + ": at most (\\d+) of (\\d+) results can be proven\\.")
                .matcher(plan)
                .results()
                .findFirst()
                .orElseThrow();
    }

    private static int atMost(String plan, Level level) {
        return Integer.parseInt(proven(plan, level).group(1));
    }

    private static int open(String plan, Level level) {
        return Integer.parseInt(proven(plan, level).group(2)) - atMost(plan, level);
    }

    private static int more(String plan, Level level, String words) {
        return plan.substring(proven(plan, level).end())
                .lines()
                .skip(1)
                .takeWhile(line -> line.contains(" not proven: "))
                .filter(line -> line.contains(words))
                .mapToInt(line -> Integer.parseInt(line.strip().split(" ", 2)[0]))
                .sum();
    }
}
