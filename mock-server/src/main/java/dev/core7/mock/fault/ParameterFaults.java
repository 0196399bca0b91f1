package dev.core7.mock.fault;

import dev.core7.contract.Parameter;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.ListOperation;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.Paging;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Ignores a list parameter, or combines conditions with OR instead of AND. */
final class ParameterFaults implements StateFaultFamily {
    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        if (!role.verb().lists()) {
            return;
        }
        var listing = ListOperation.of(faults.operation());
        listing.parameters().stream()
                .filter(parameter -> parameter.mediaTypes().isEmpty())
                .map(Parameter::name)
                .filter(name -> !name.equals(Paging.CURSOR))
                .forEach(name -> faults.add(
                        "parameter-ignored",
                        name,
                        "ignores " + name,
                        StateFaultBehaviors.changingRequest((action, state) -> without(action, List.of(name)))));
        if (listing.isPagedBy(Paging.CURSOR)) {
            addCursors(faults);
        }
        var filters = listing.filters();
        if (filters.size() > 1) {
            faults.add(
                    "filter-or",
                    "combines filters with OR instead of AND",
                    StateFaultBehaviors.listing(
                            (action, state) -> matchingAny(action, state, filters, singleFilters(action, filters))));
        }
        listing.search()
                .ifPresent(search -> faults.add(
                        "search-matches-any-word",
                        "finds objects that contain only one of several words",
                        StateFaultBehaviors.listing((action, state) ->
                                matchingAny(action, state, List.of(search), singleWords(action, search)))));
    }

    private static void addCursors(FaultCollector faults) {
        faults.add(
                "cursor-ignored",
                "returns the first page for every valid cursor",
                StateFaultBehaviors.changingRequest((action, state) ->
                        state.error(action).isPresent() ? action : without(action, List.of(Paging.CURSOR))));
        faults.add(
                "broken-cursor-accepted",
                "returns the first page for an invalid cursor",
                FaultBehaviors.accepting(Reason.BROKEN_CURSOR));
    }

    private static Action without(Action action, List<String> names) {
        RequestUrl query = action.query();
        for (String name : names) {
            query = query.without(name);
        }
        return action.withQuery(query);
    }

    /** Returns the query with each of its filters alone. */
    private static List<Action> singleFilters(Action action, List<String> filters) {
        var sent = filters.stream()
                .filter(name -> !action.parameter(name).isEmpty())
                .toList();
        return sent.stream()
                .map(filter -> without(
                        action,
                        sent.stream().filter(name -> !name.equals(filter)).toList()))
                .toList();
    }

    /** Returns the query with each word alone. */
    private static List<Action> singleWords(Action action, String search) {
        return Stream.of(action.parameter(search).strip().split("\\s+"))
                .map(word -> action.withQuery(action.query().with(search, word)))
                .toList();
    }

    /** Returns the objects that any of the queries finds, in the order of the unfiltered list; all objects if there is no query. */
    private static List<StoredObject> matchingAny(
            Action action, State state, List<String> names, List<Action> queries) {
        var found = new HashSet<StoredObject>();
        queries.forEach(query -> found.addAll(state.matching(query)));
        return state.matching(without(action, names)).stream()
                .filter(object -> queries.isEmpty() || found.contains(object))
                .toList();
    }
}
