package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a list with {@code limit} and {@code offset} as a whole, page by page in both directions, and from its middle, and
 * compares the results. Only items that the run created or added are compared. If other clients can change the list, a
 * difference counts only if it occurs twice while the list certainly did not change.
 */
final class ListWalk extends Relation {
    private static final int ATTEMPTS = 5;

    /** For lists of which the contract does not say that they are late. */
    static final Operation.Eventually WAIT = new Operation.Eventually(Duration.ofMillis(500), 12);

    private static final int MAX_PAGES = 10;
    static final String LARGE_LIMIT = "1000";

    /** The clauses that a single response can break, whatever other clients do meanwhile. */
    private static final Set<Clause> IN_ONE_RESPONSE =
            EnumSet.of(Clause.COUNT, Clause.LIMIT, Clause.LINK_NEEDS_SCOPE, Clause.LINKS_KEEP_FILTERS);

    private final ListOperation list;
    private final ListUnderTest.Source source;
    private final Optional<Operation> updater;

    /** @param updater updates an item of the list; empty if the contract has no such operation */
    ListWalk(
            ListOperation list,
            ListUnderTest.Source source,
            Optional<Operation> updater,
            RetryDelay retryDelay,
            List<String> dependsOn) {
        super("walk-" + list.name(), retryDelay, dependsOn);
        this.list = list;
        this.source = source;
        this.updater = updater;
    }

    @Override
    public List<Operation> operations() {
        return Stream.concat(source.operations().stream(), Stream.of(list.operation()))
                .toList();
    }

    private Statement on(String step, Clause clause) {
        return on(step, list.operation(), clause);
    }

    @Override
    List<Statement> statements() {
        var statements = new ArrayList<>(List.of(
                on("pages", Clause.PAGES_JOIN),
                on("pages", Clause.PAGE_LINKS),
                on("pages", Clause.LIMIT),
                on("pages", Clause.ITEMS_ALIKE),
                on("other-pages", Clause.PAGES_JOIN),
                on("offset-alone", Clause.OFFSET),
                on("limit-and-offset", Clause.OFFSET),
                on("pages-without-scope", Clause.LINK_NEEDS_SCOPE)));
        // Flows judge lists that show changes late, because they know whether the server is still working.
        if (list.operation().eventually().isEmpty()) {
            statements.add(0, on("whole", Clause.LISTED));
        }
        if (list.order().isPresent()) {
            statements.add(on("whole", Clause.ORDER));
        }
        if (list.judgesPrevious()) {
            statements.add(on("back", Clause.PAGE_LINKS));
            statements.add(on("back-from-other-pages", Clause.PAGE_LINKS));
        }
        if (list.hasCount()) {
            statements.add(on("whole", Clause.COUNT));
            statements.add(on("pages", Clause.COUNT));
            statements.add(on("last-but-one", Clause.PAGE_LINKS));
            statements.add(on("last-page", Clause.PAGE_LINKS));
            statements.add(on("full-last-page", Clause.FULL_LAST_PAGE));
        }
        if (list.search("part").isPresent()) {
            statements.add(on("pages", Clause.LINKS_KEEP_FILTERS));
            statements.addAll(SearchOfOwn.statements(list, updater.isPresent()));
            ListUnderTest.CHARACTERS.forEach(
                    character -> statements.add(on("search-" + character, Clause.SEARCH_CHARACTERS)));
        }
        if (list.csvFormat().isPresent()) {
            statements.addAll(List.of(
                    on("table", Clause.CSV),
                    on("table", Clause.CSV_QUOTED),
                    on("table", Clause.CSV_MEMBERS),
                    on("table-page", Clause.LIMIT),
                    on("table-page", Clause.OFFSET),
                    on("format-json", Clause.SAME_FORMAT)));
        }
        return statements;
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var subject = source.create(execution);
        if (subject.own().stream().distinct().count() < subject.own().size()) {
            throw StoppedException.notApplicable("two created objects have the same id: see own-id");
        }
        walk(execution, subject);
        var search = list.search("part");
        if (search.isPresent()) {
            new FilterReading(execution, list).readWithForeignValues(search.get(), List.of());
        }
        if (search.isPresent() && updater.isPresent() && !subject.texts().isEmpty()) {
            new SearchOfOwn(execution, list, search.get())
                    .judgeUpdated(
                            updater.get(), subject.own().get(0), subject.texts().get(0));
        }
    }

    private void walk(RelationExecution execution, ListUnderTest subject) throws StoppedException {
        int failedAttempts = 0;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            execution.reset();
            var before = whole(execution, subject);
            var reading = new WalkReading(execution, list, subject, before);
            reading.read();
            judgeCount(execution, subject, before, reading.pages());
            if (list.search("part").isPresent()) {
                new SearchOfOwn(execution, list, list.search("part").get()).judgeWithList();
            }
            if (!execution.hasFailures() || subject.isOfThisRunOnly()) {
                return;
            }
            failedAttempts += isUnchanged(before, reading.pages(), read(execution, subject)) ? 1 : 0;
            if (failedAttempts == 2) {
                return;
            }
        }
        execution.excuseFailures(IN_ONE_RESPONSE, "other clients changed the list while the run read it");
    }

    /** Reads the whole list, again if it does not show all items of the run yet. */
    private Walk whole(RelationExecution execution, ListUnderTest subject) throws StoppedException {
        var whole = execution.retry(
                list.operation(), WAIT, () -> read(execution, subject), walk -> showsAll(walk, subject));
        var listed = on("whole", Clause.LISTED);
        if (showsAll(whole, subject)) {
            execution.judge(listed, whole.last(), Optional.empty());
            return whole;
        }
        if (whole.broken().isEmpty() && !whole.complete()) {
            throw StoppedException.notApplicable(
                    "the list has more than " + MAX_PAGES + " pages: use a project with less data");
        }
        var missing = whole.broken()
                .orElse(new Finding(
                        "/" + list.results(),
                        "the objects that the run created: " + subject.own(),
                        String.valueOf(whole.ids(subject.own()))));
        execution.judge(listed, whole.last(), Optional.of(missing));
        throw StoppedException.notApplicable("the list does not show what the run created or added: see the results of"
                + " the operations that create and add it");
    }

    private static boolean showsAll(Walk whole, ListUnderTest subject) {
        return whole.ids(subject.own()).containsAll(subject.own());
    }

    private Walk read(RelationExecution execution, ListUnderTest subject) throws StoppedException {
        return read(execution, list, subject);
    }

    static Walk read(RelationExecution execution, ListOperation list, ListUnderTest subject) throws StoppedException {
        Map<String, String> size = subject.query().isEmpty() ? Map.of(ListOperation.LIMIT, LARGE_LIMIT) : Map.of();
        return Walk.start(execution, "whole", list, subject, size, MAX_PAGES);
    }

    /** Whether the list shows the same items before and after the walk, and the same count in all responses. */
    private boolean isUnchanged(Walk before, Walk pages, Walk after) {
        var counts = Stream.of(before, pages, after)
                .flatMap(walk -> walk.pages().stream())
                .map(page -> page.count().map(Paths::text).orElse(""))
                .collect(Collectors.toSet());
        return ids(before).equals(ids(after)) && counts.size() == 1;
    }

    private static List<String> ids(Walk walk) {
        return walk.items().stream().map(Page::id).toList();
    }

    /** Judges each response by itself, because other clients may add or remove objects between two responses. */
    private void judgeCount(RelationExecution execution, ListUnderTest subject, Walk whole, Walk pages)
            throws StoppedException {
        if (!list.hasCount()) {
            return;
        }
        var statement = on("pages", Clause.COUNT);
        for (Page page : pages.pages()) {
            var finding = subject.isOfThisRunOnly() && whole.complete()
                    ? count(
                            page,
                            count -> count == whole.items().size(),
                            String.valueOf(whole.items().size()))
                    : count(
                            page,
                            count -> count >= subject.own().size(),
                            "at least " + subject.own().size());
            execution.judge(statement, page.exchange(), finding);
        }
        var wrong = wrongCount(whole);
        var confirmed = wrong.isPresent() ? read(execution, subject) : whole;
        execution.judge(on("whole", Clause.COUNT), confirmed.last(), wrongCount(confirmed));
    }

    /** Judges the count of a list with a single page, by the items on it. */
    private static Optional<Finding> wrongCount(Walk whole) {
        var page = whole.pages().get(0);
        int items = page.items().size();
        boolean isAll = whole.pages().size() == 1 && whole.complete();
        return isAll
                ? count(page, count -> count == items, items + ", because the only page has that many items")
                : Optional.empty();
    }

    private static Optional<Finding> count(Page page, java.util.function.IntPredicate isRight, String expected) {
        String text = page.count().map(Paths::text).orElse("none");
        boolean right = text.matches("\\d{1,9}") && isRight.test(Integer.parseInt(text));
        return right ? Optional.empty() : Optional.of(new Finding("/count", expected, text));
    }
}
