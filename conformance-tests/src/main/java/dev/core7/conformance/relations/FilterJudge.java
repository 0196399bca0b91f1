package dev.core7.conformance.relations;

import dev.core7.conformance.result.Finding;
import dev.core7.conformance.view.Page;
import dev.core7.conformance.view.SearchWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares filtered lists with the whole list. Only filters are judged that the items of the list can tell from no filter. */
final class FilterJudge {
    private final FilterReading lists;
    private final RelationExecution execution;
    private final Walk whole;
    private final List<Map<?, ?>> items;
    private final List<Filter> filters;

    FilterJudge(FilterReading lists, Walk whole, List<Filter> filters) {
        this.lists = lists;
        this.execution = lists.execution();
        this.whole = whole;
        this.items = whole.items();
        this.filters = filters;
    }

    /** Judges each filter alone. */
    void judgeFilters() throws StoppedException {
        for (Filter filter : filters) {
            String step = FilteredList.step(filter);
            if (isDistinguishable(filter)) {
                for (String value : filter.values(items)) {
                    judge(step, query(filter, value));
                }
            }
            execution.notApplicable(
                    lists.on(step, Clause.FILTER),
                    "the list has no item that shows the effect of " + filter.name()
                            + ": it needs items with different values");
            execution.notApplicable(lists.on(step, Clause.ITEMS_ALIKE), "no list with this filter was read");
            execution.notApplicable(
                    lists.on(step, Clause.LINKS_KEEP_FILTERS), "no list with this filter has a second page");
        }
    }

    private static Map<String, String> query(Filter filter, String value) {
        var query = new LinkedHashMap<String, String>();
        query.putAll(filter.parameter().needed());
        query.put(filter.name(), value);
        return query;
    }

    private boolean fits(Map<?, ?> item, Map<String, String> query) {
        return filters.stream()
                .allMatch(filter -> !query.containsKey(filter.name()) || filter.fits(item, query.get(filter.name())));
    }

    private boolean surelyFits(Map<?, ?> item, Map<String, String> query) {
        return filters.stream()
                .allMatch(filter ->
                        !query.containsKey(filter.name()) || filter.surelyFits(item, query.get(filter.name())));
    }

    /** Whether a value of the filter fits some items and not others. Otherwise a server that ignores it looks the same. */
    private boolean isDistinguishable(Filter filter) {
        return filter.values(items).stream()
                .map(value -> query(filter, value))
                .anyMatch(query -> hasMatch(query) && items.stream().anyMatch(item -> !fits(item, query)));
    }

    private boolean hasMatch(Map<String, String> query) {
        return items.stream().anyMatch(item -> surelyFits(item, query));
    }

    private void judge(String step, Map<String, String> query) throws StoppedException {
        if (!hasMatch(query)) {
            return;
        }
        var shown = lists.read(step, query);
        var finding = shown.broken().filter(broken -> shown.pages().isEmpty()).or(() -> wrong(shown.items(), query));
        if (finding.isEmpty()) {
            finding = lists.missing(shown, whole, item -> surelyFits(item, query), "which matches " + query);
        }
        if (finding.isEmpty()) {
            finding = lists.stranger(step, shown, query, whole, Map.of());
        }
        execution.judge(lists.on(step, Clause.FILTER), shown.last(), finding);
        if (step.equals(FilteredList.COMBINED)) {
            return;
        }
        execution.judge(
                lists.on(step, Clause.ITEMS_ALIKE), shown.last(), lists.shownOtherwise(step, shown, query, whole));
        if (shown.pages().size() > 1) {
            var later = shown.pages().subList(1, shown.pages().size()).stream()
                    .flatMap(page -> page.items().stream())
                    .toList();
            execution.judge(lists.on(step, Clause.LINKS_KEEP_FILTERS), shown.last(), wrong(later, query));
        }
    }

    private Optional<Finding> wrong(List<Map<?, ?>> shown, Map<String, String> query) {
        return shown.stream()
                .filter(item -> !fits(item, query))
                .findFirst()
                .map(item -> new Finding(
                        "/" + lists.list().results(), "only items that match " + query, "item " + Page.id(item)));
    }

    /** Judges two filters together, if the list has items that match one of them but not the other. */
    void judgePairs() throws StoppedException {
        for (int i = 0; i < filters.size(); i++) {
            for (Filter other : filters.subList(i + 1, filters.size())) {
                var pair = pair(filters.get(i), other);
                if (pair.isPresent()) {
                    judge(FilteredList.COMBINED, pair.get());
                }
            }
        }
        execution.notApplicable(
                lists.on(FilteredList.COMBINED, Clause.FILTER),
                "the list has no item that matches one of two filters but not the other");
    }

    private Optional<Map<String, String>> pair(Filter one, Filter other) {
        for (String value : one.values(items)) {
            for (String second : other.values(items)) {
                var query = new LinkedHashMap<>(query(one, value));
                query.putAll(query(other, second));
                boolean clash = !value.equals(query.get(one.name()));
                if (!clash
                        && items.stream().anyMatch(item -> one.fits(item, value) != other.fits(item, second))
                        && hasMatch(query)) {
                    return Optional.of(query);
                }
            }
        }
        return Optional.empty();
    }

    /** Judges the search for a word, alone and with a filter. */
    void judgeSearch(String parameter) throws StoppedException {
        var alone = lists.on(FilteredList.SEARCH, Clause.SEARCH);
        var filtered = lists.on(FilteredList.SEARCH_AND_FILTER, Clause.FILTER);
        var word = items.stream().flatMap(item -> SearchWords.of(item).stream()).findFirst();
        if (word.isEmpty()) {
            String reason = "the content of no item has a word of eight or more letters to search for";
            execution.notApplicable(alone, reason);
            execution.notApplicable(filtered, reason);
            return;
        }
        var found = lists.read(FilteredList.SEARCH, Map.of(parameter, word.get()));
        var finding = found.broken().filter(broken -> found.pages().isEmpty());
        if (finding.isEmpty()) {
            finding = lists.missing(
                    found, whole, item -> SearchWords.of(item).contains(word.get()), "which contains " + word.get());
        }
        if (finding.isEmpty()) {
            finding = lists.stranger(FilteredList.SEARCH, found, Map.of(parameter, word.get()), whole, Map.of());
        }
        execution.judge(alone, found.last(), finding);
        execution.judge(
                lists.on(FilteredList.SEARCH, Clause.ITEMS_ALIKE),
                found.last(),
                lists.shownOtherwise(FilteredList.SEARCH, found, Map.of(parameter, word.get()), whole));
        judgeSearchAndFilter(filtered, parameter, word.get());
        judgeFilteredSearch(filtered, found, Map.of(parameter, word.get()));
    }

    /** With a filter, a search finds nothing that it does not find without. */
    private void judgeFilteredSearch(Relation.Statement statement, Walk found, Map<String, String> search)
            throws StoppedException {
        var ids = found.items().stream().map(Page::id).toList();
        for (Filter filter : filters) {
            for (String value : filter.values(items)) {
                var query = query(filter, value);
                if (items.stream().anyMatch(item -> surelyFits(item, query) && !ids.contains(Page.id(item)))) {
                    query.putAll(search);
                    var both = lists.read(FilteredList.SEARCH_AND_FILTER, query);
                    execution.judge(
                            statement,
                            both.last(),
                            lists.stranger(FilteredList.SEARCH_AND_FILTER, both, query, found, search));
                    break;
                }
            }
        }
    }

    private void judgeSearchAndFilter(Relation.Statement statement, String parameter, String word)
            throws StoppedException {
        for (Filter filter : filters) {
            for (String value : filter.values(items)) {
                var query = query(filter, value);
                boolean shows =
                        items.stream().anyMatch(item -> SearchWords.of(item).contains(word) && !fits(item, query));
                if (shows) {
                    var both = new LinkedHashMap<>(query);
                    both.put(parameter, word);
                    var found = lists.read(FilteredList.SEARCH_AND_FILTER, both);
                    var finding = found.broken()
                            .filter(broken -> found.pages().isEmpty())
                            .or(() -> wrong(found.items(), query));
                    execution.judge(statement, found.last(), finding);
                    return;
                }
            }
        }
        execution.notApplicable(statement, "the list has no item that matches the search but not a filter");
    }
}
