package dev.core7.conformance.relations;

import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads a list that the run cannot fill with each of its filters, alone and combined. The results must be the matching items of
 * the whole list, on every page.
 */
final class FilteredList extends Relation {
    static final String WHOLE = "whole";
    static final String COMBINED = "filters-combined";
    static final String SEARCH = "search-word";
    static final String SEARCH_CASE = "search-upper-case";
    static final String SEARCH_AND_FILTER = "search-and-filter";
    static final String WITHOUT_SCOPE = "pages-without-scope";

    private final ListOperation list;
    private final List<Filter> filters;

    FilteredList(ListOperation list, RetryDelay retryDelay) {
        super("filter-" + list.name(), retryDelay);
        this.list = list;
        this.filters = Filter.of(list);
    }

    @Override
    public List<Operation> operations() {
        return List.of(list.operation());
    }

    private Statement on(String step, Clause clause) {
        return on(step, list.operation(), clause);
    }

    @Override
    List<Statement> statements() {
        var statements = new ArrayList<Statement>();
        for (Filter filter : filters) {
            statements.add(on(step(filter), Clause.FILTER));
            statements.add(on(step(filter), Clause.LINKS_KEEP_FILTERS));
            statements.add(on(step(filter), Clause.ITEMS_ALIKE));
        }
        statements.add(on(COMBINED, Clause.FILTER));
        if (list.search("word").isPresent()) {
            statements.add(on(SEARCH, Clause.SEARCH));
            statements.add(on(SEARCH, Clause.ITEMS_ALIKE));
            statements.add(on(SEARCH_CASE, Clause.SEARCH_CASE));
            statements.add(on(SEARCH_AND_FILTER, Clause.FILTER));
        }
        if (list.order().isPresent()) {
            statements.add(on(WHOLE, Clause.ORDER));
        }
        if (list.takes(ListOperation.CURSOR)) {
            statements.add(on(WHOLE, Clause.CURSOR_PAGES));
            statements.add(on(WHOLE, Clause.PAGE_LINKS));
            statements.add(on(WHOLE, Clause.ONCE_BY_CURSOR));
            statements.add(on(WITHOUT_SCOPE, Clause.LINK_NEEDS_SCOPE));
        }
        return statements;
    }

    static String step(Filter filter) {
        return "filter-" + filter.name().replace('_', '-');
    }

    @Override
    void play(RelationExecution execution) throws StoppedException {
        var lists = new FilterReading(execution, list);
        var whole = lists.read(WHOLE, Map.of());
        if (whole.pages().isEmpty()) {
            throw StoppedException.notApplicable("the list was not returned: see status-code and response-body");
        }
        if (list.order().isPresent()) {
            var wrong = list.order().get().broken("/" + list.results(), whole.items());
            execution.judge(on(WHOLE, Clause.ORDER), whole.last(), wrong);
        }
        var judge = new FilterJudge(lists, whole, filters);
        judge.judgeFilters();
        judge.judgePairs();
        if (list.search("word").isPresent()) {
            judge.judgeSearch(list.search("word").get());
            lists.readWithForeignValues(list.search("word").get(), filters);
        }
        if (list.takes(ListOperation.CURSOR)) {
            new CursorPages(execution, list, whole)
                    .judge(
                            on(WHOLE, Clause.CURSOR_PAGES),
                            on(WHOLE, Clause.PAGE_LINKS),
                            on(WHOLE, Clause.ONCE_BY_CURSOR),
                            on(WITHOUT_SCOPE, Clause.LINK_NEEDS_SCOPE),
                            () -> lists.read(WHOLE, Map.of()));
        }
    }
}
