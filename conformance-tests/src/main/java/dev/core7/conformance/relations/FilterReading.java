package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.view.Page;
import dev.core7.conformance.view.SearchWords;
import dev.core7.conformance.view.Views;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads a list with filters, and finds items that are missing although they match. */
record FilterReading(RelationExecution execution, ListOperation list) {
    private static final int MAX_PAGES = 5;
    private static final String ELSEWHERE = "other-project";
    private static final String FOREIGN_WORD = "search-foreign-word";
    private static final String FOREIGN_VALUES = "filters-of-foreign-item";

    Walk read(String step, Map<String, String> query) throws StoppedException {
        var subject = new ListUnderTest(Map.of(), Map.of(), List.of(), List.of());
        return Walk.start(execution, step, list, subject, query, MAX_PAGES);
    }

    Relation.Statement on(String step, Clause clause) {
        return Relation.on(step, list.operation(), clause);
    }

    /**
     * An item that a filtered list does not show although it matches. The whole list must show the item before and after, and it
     * must match both times, because other clients may delete or change it. A list that was read by several offsets is not
     * judged, because deleted items cause gaps in it.
     */
    Optional<Finding> missing(Walk shown, Walk whole, Predicate<Map<?, ?>> matches, String condition)
            throws StoppedException {
        boolean mayHaveGaps = shown.pages().size() > 1 && !list.takes(ListOperation.CURSOR);
        if (!shown.complete() || mayHaveGaps) {
            return Optional.empty();
        }
        var ids = matching(shown, item -> true);
        var missing = matching(whole, matches);
        missing.removeAll(ids);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        missing.retainAll(matching(read(FilteredList.WHOLE, Map.of()), matches));
        missing.removeAll(matching(read(FilteredList.WHOLE, Map.of()), matches.negate()));
        return missing.stream()
                .findFirst()
                .map(id -> new Finding("/" + list.results(), "item " + id + ", " + condition, "not shown"));
    }

    /**
     * An item that a narrower list shows although the wider list does not contain it. The narrower list must show it twice, and
     * the wider list must lack it before and in between. Lists that were read by several offsets are not judged.
     *
     * @param shown what the query {@code narrow} showed
     */
    Optional<Finding> stranger(
            String step, Walk shown, Map<String, String> narrow, Walk whole, Map<String, String> wide)
            throws StoppedException {
        if (!isExact(whole)) {
            return Optional.empty();
        }
        var strangers = matching(shown, item -> true);
        strangers.removeAll(matching(whole, item -> true));
        if (strangers.isEmpty()) {
            return Optional.empty();
        }
        var again = read(FilteredList.WHOLE, wide);
        if (!isExact(again)) {
            return Optional.empty();
        }
        strangers.removeAll(matching(again, item -> true));
        strangers.retainAll(matching(read(step, narrow), item -> true));
        return strangers.stream()
                .findFirst()
                .map(id ->
                        new Finding("/" + list.results(), "only items that the list " + wide + " shows", "item " + id));
    }

    /** An item that a narrower list shows otherwise than the whole list, twice. */
    Optional<Finding> shownOtherwise(String step, Walk shown, Map<String, String> narrow, Walk whole)
            throws StoppedException {
        var narrower = Views.of(shown.items());
        var wider = Views.of(whole.items());
        if (!narrower.differsFrom(wider)) {
            return Optional.empty();
        }
        var widerAgain = Views.of(read(FilteredList.WHOLE, Map.of()).items());
        var narrowerAgain = Views.of(read(step, narrow).items());
        return narrowerAgain.differsAgain(widerAgain, narrower, wider, "/" + list.results() + "/*");
    }

    /**
     * Searches for a word of an item of another project, if there is a key for it, and with the values of this item in all filters
     * at once. The check {@code foreign-items-hidden} judges whether the item appears.
     */
    void readWithForeignValues(String search, List<Filter> filters) throws StoppedException {
        var foreign = foreignItems();
        var word = foreign.stream()
                .flatMap(item -> SearchWords.longest(item).stream())
                .findFirst();
        if (word.isPresent()) {
            execution.get(FOREIGN_WORD, list.operation(), Map.of(), Map.of(search, word.get()));
        }
        for (Map<?, ?> item : foreign.subList(0, Math.min(1, foreign.size()))) {
            var query = new LinkedHashMap<String, String>();
            filters.stream()
                    .filter(filter -> filter.parameter().needed().isEmpty())
                    .forEach(filter -> filter.values(List.of(item)).stream()
                            .filter(value -> filter.surelyFits(item, value))
                            .findFirst()
                            .ifPresent(value -> query.put(filter.name(), value)));
            SearchWords.longest(item).ifPresent(text -> query.put(search, text));
            if (query.size() > 1) {
                execution.get(FOREIGN_VALUES, list.operation(), Map.of(), query);
            }
        }
    }

    /** The items of the list of another project; none if the target has no key that is limited to one. */
    private List<Map<?, ?>> foreignItems() throws StoppedException {
        var key = new Keyring(execution.target())
                .foreign(list.operation()).stream().findFirst();
        if (key.isEmpty()) {
            return List.of();
        }
        var parameters = new LinkedHashMap<>(execution.target().parameters());
        parameters.put("project_id", key.get().project().orElseThrow());
        String path = Paths.fill(list.operation().path(), parameters);
        var read = execution.get(ELSEWHERE, list.operation(), path, new Purpose.OwnItemsElsewhere(), key.get());
        return Page.of(read, list.results()).stream()
                .flatMap(page -> page.items().stream())
                .filter(item -> !list.item().isShared(item))
                .toList();
    }

    private boolean isExact(Walk walk) {
        return walk.complete() && (walk.pages().size() == 1 || list.takes(ListOperation.CURSOR));
    }

    private static Set<String> matching(Walk walk, Predicate<Map<?, ?>> matches) {
        return walk.items().stream().filter(matches).map(Page::id).collect(Collectors.toSet());
    }
}
