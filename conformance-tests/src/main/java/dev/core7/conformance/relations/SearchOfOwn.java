package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compares the results of a search for a part of a text with the list, and with what was written to an object. */
record SearchOfOwn(RelationExecution execution, ListOperation list, String parameter) {
    static final String NARROWER = "search-letter";
    static final String RUN = "search-run";
    static final String UPDATED = "search-updated";
    static final String OTHER_CASE = "search-other-case";

    /** Letters whose other case depends on the language that a server assumes. */
    private static final String LETTERS = "-iI";

    private static final Map<String, String> ALL = Map.of(ListOperation.LIMIT, ListWalk.LARGE_LIMIT);

    /** The statements about a list. */
    static List<Relation.Statement> statements(ListOperation list, boolean canUpdate) {
        var operation = list.operation();
        var statements = new ArrayList<>(List.of(
                Relation.on(NARROWER, operation, Clause.NARROWER),
                Relation.on(RUN, operation, Clause.SEARCH),
                Relation.on(RUN, operation, Clause.ITEMS_ALIKE)));
        if (canUpdate) {
            statements.add(Relation.on(UPDATED, operation, Clause.SEARCH));
            statements.add(Relation.on(OTHER_CASE, operation, Clause.SEARCH_CASE));
        }
        return statements;
    }

    private Relation.Statement on(String step, Clause clause) {
        return Relation.on(step, list.operation(), clause);
    }

    /**
     * Searches for a letter that most texts contain, and for the mark of the run: the list without the search shows the same items
     * and more, and the search shows all items with the mark.
     */
    void judgeWithList() throws StoppedException {
        var lists = new FilterReading(execution, list);
        var whole = lists.read(FilteredList.WHOLE, ALL);
        var letter = query("e");
        var shown = lists.read(NARROWER, letter);
        if (shown.pages().isEmpty()) {
            execution.notApplicable(on(NARROWER, Clause.NARROWER), "the server returned no page for this search");
        } else {
            execution.judge(
                    on(NARROWER, Clause.NARROWER), shown.last(), lists.stranger(NARROWER, shown, letter, whole, ALL));
        }
        String run = execution.mark().substring(0, execution.mark().lastIndexOf('-'));
        var found = lists.read(RUN, query(run));
        if (!found.pages().isEmpty()) {
            execution.judge(
                    on(RUN, Clause.SEARCH),
                    found.last(),
                    lists.missing(found, whole, item -> contains(item, run), "which contains " + run));
            execution.judge(
                    on(RUN, Clause.ITEMS_ALIKE), found.last(), lists.shownOtherwise(RUN, found, query(run), whole));
        }
    }

    private boolean contains(Map<?, ?> item, String text) {
        return item.get(list.searchedField(parameter)) instanceof String searched
                && searched.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    private Map<String, String> query(String text) {
        var query = new TreeMap<>(ALL);
        query.put(parameter, text);
        return query;
    }

    /** Changes the text of an object: a search finds it by the new text, and no longer by the old one. */
    void judgeUpdated(Operation updater, String id, String oldText) throws StoppedException {
        var statement = on(UPDATED, Clause.SEARCH);
        String text = execution.mark() + "-updated" + LETTERS;
        var path = ListOperation.pathOfItem(updater, id);
        var updated = execution.write(UPDATED, updater, path, ObjectCreator.texts(updater, text));
        if (!updated.isAcceptedCall()) {
            execution.notApplicable(statement, "the update was not accepted: see the results of " + updater.id());
            return;
        }
        judge(statement, text, id, true);
        if (!execution.failed(statement)) {
            judge(on(OTHER_CASE, Clause.SEARCH_CASE), inOtherCase(text), id, true);
        }
        judge(statement, oldText, id, false);
    }

    /** A text whose upper-case letters are in lower case, and the others in upper case. */
    private static String inOtherCase(String text) {
        return text.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void judge(Relation.Statement statement, String text, String id, boolean expected) throws StoppedException {
        var exchange = execution.retry(
                list.operation(),
                ListWalk.WAIT,
                () -> execution.get(statement.step(), list.operation(), Map.of(), Map.of(parameter, text)),
                found -> shows(found, id) == expected);
        if (exchange.accepted()) {
            var finding = new Finding(
                    "/" + list.results(),
                    (expected ? "" : "no ") + "item " + id + ", whose text was changed " + (expected ? "to " : "from ")
                            + text,
                    expected ? "not shown" : "shown");
            execution.judge(statement, exchange, Optional.of(finding).filter(f -> shows(exchange, id) != expected));
        }
    }

    private boolean shows(Exchange exchange, String id) {
        return Page.of(exchange, list.results()).stream()
                .anyMatch(page -> !page.ids(List.of(id)).isEmpty());
    }
}
