package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The members of one object of the run, as its list shows them. */
final class MembersReading {
    private static final int MANY = 100;

    /** For lists that show each change at once. */
    private static final Operation.Eventually NO_WAIT = new Operation.Eventually(Duration.ZERO, 0);

    /** The reason of a wait that may end in vain although the list shows changes. */
    private static final String UPPER_CASE = "upper-case";

    private final RelationExecution execution;
    private final ListOperation list;
    private final ListUnderTest.Members members;
    private final Operation reader;
    private final Optional<String> countField;
    private final Map<String, String> path;
    private final Optional<Relation.Statement> table;

    /** The members that the list has shown after an earlier action; it is not late in showing them again. */
    private List<String> settled = List.of();

    /** @param reader the operation that returns the object itself */
    MembersReading(
            RelationExecution execution,
            ListOperation list,
            ListUnderTest.Members members,
            Operation reader,
            Map<String, String> path) {
        this.reader = reader;
        this.countField = MemberFields.count(reader, members);
        this.execution = execution;
        this.list = list;
        this.members = members;
        this.path = path;
        this.table = MemberTable.statement(list);
    }

    /** The path parameters of the object. */
    Map<String, String> path() {
        return path;
    }

    /** A request that adds members, to be sent later. */
    Channel.Sending adding(String step, List<String> ids) throws StoppedException {
        return execution.writing(step, members.adder(), path, Map.of(members.field(), ids));
    }

    /** Adds members in one request. */
    Exchange add(List<String> ids) throws StoppedException {
        var added = execution.atOnce(List.of(adding("add", ids))).get(0);
        if (!added.isAcceptedCall()) {
            throw StoppedException.notApplicable(members.adder().id() + " returned status "
                    + added.response().status() + ": see status-code");
        }
        return added;
    }

    /** The members that the list shows. */
    List<String> read(String step) throws StoppedException {
        var exchange = execution.get(step, list.operation(), path, Map.of());
        return Page.of(exchange, list.results())
                .orElseThrow(() -> StoppedException.notApplicable("the list was not returned: see status-code"))
                .items()
                .stream()
                .limit(MANY)
                .map(item -> Page.memberId(item).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Judges after an action whether the list shows these members and no others, at the latest after a wait. */
    void judge(Relation.Statement statement, Exchange action, List<String> expected) throws StoppedException {
        boolean waits = execution.mayWaitFor(list.operation());
        String step = statement.step() + "-members";
        var shown = execution.retry(list.operation(), NO_WAIT, () -> read(step), members -> isSame(members, expected));
        var outcome = outcome(shown, expected, waits);
        execution.judge(statement, action, outcome);
        if (outcome instanceof Outcome.Passed) {
            settled = expected;
        }
        if (table.isPresent() && outcome instanceof Outcome.Passed && !execution.failed(table.get())) {
            new MemberTable(execution, list, path, fixtures()).judge(table.get(), expected);
        }
    }

    /**
     * Judges after an action that names one member in upper case. If only this member differs, only that is blamed, and false is
     * returned: the action in its usual form still has to be judged.
     */
    boolean judgeUpperCase(
            Relation.Statement statement,
            Relation.Statement inUpperCase,
            String member,
            Exchange action,
            List<String> expected)
            throws StoppedException {
        boolean waits = execution.mayWaitFor(list.operation());
        String step = statement.step() + "-members";
        var shown = execution.retry(
                list.operation(), NO_WAIT, UPPER_CASE, () -> read(step), members -> isSame(members, expected));
        var others = new ArrayList<>(expected);
        boolean isExpected = others.removeIf(id -> id.equalsIgnoreCase(member));
        if (!isExpected) {
            others.add(member);
        }
        if (isSame(shown, others)) {
            execution.judge(inUpperCase, action, outcome(shown, expected, waits));
            return false;
        }
        var outcome = outcome(shown, expected, waits);
        execution.judge(statement, action, outcome);
        if (outcome instanceof Outcome.Passed) {
            execution.judge(inUpperCase, action, outcome);
            settled = expected;
        }
        return true;
    }

    private List<String> fixtures() {
        return execution.fixtures(members.fixture());
    }

    private Outcome outcome(List<String> shown, List<String> expected, boolean waits) throws StoppedException {
        if (isSame(shown, expected)) {
            return new Outcome.Passed();
        }
        boolean mayBeLate = list.operation().eventually().isPresent();
        if (mayBeLate && !waits) {
            return new Outcome.NotApplicable("the list does not show changes: see the first result that says so");
        }
        boolean counts = !isSame(settled, expected)
                && count("late-count").filter(count -> count == expected.size()).isPresent()
                && shown.size() != expected.size();
        if (mayBeLate && counts) {
            return new Outcome.NotProven("the count of the object has changed, but the list does not show it yet:"
                    + " run the suite again when the server is less busy");
        }
        return Outcome.of(
                List.of(new Finding("members in " + list.operation().id(), expected.toString(), shown.toString())));
    }

    /** The number of members that the object itself shows; empty if it shows none. */
    private Optional<Integer> count(String step) throws StoppedException {
        return countField.isEmpty()
                ? Optional.empty()
                : count(execution.get(step, reader, path, Map.of()), countField.get());
    }

    private static Optional<Integer> count(Exchange exchange, String field) {
        return exchange.acceptedObject().map(body -> body.get(field) instanceof Number count ? count.intValue() : null);
    }

    /** Judges the count after the list shows the last action, at the latest after a wait. */
    void judgeCount(Relation.Statement statement, int expected) throws StoppedException {
        if (countField.isPresent()) {
            var exchange = execution.retryBriefly(
                    () -> execution.get(statement.step(), reader, path, Map.of()),
                    read -> count(read, countField.get())
                            .filter(count -> count == expected)
                            .isPresent());
            var count = count(exchange, countField.get());
            if (count.isPresent()) {
                execution.judge(
                        statement,
                        exchange,
                        Optional.of(new Finding(
                                        "/" + countField.get(), expected + " members", count.get() + " members"))
                                .filter(f -> count.get() != expected));
            }
        }
    }

    /** Whether both lists have the same ids, in any order and case. */
    private static boolean isSame(List<String> shown, List<String> expected) {
        var ids = expected.stream().map(id -> id.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return shown.size() == expected.size() && new HashSet<>(shown).equals(ids);
    }
}
