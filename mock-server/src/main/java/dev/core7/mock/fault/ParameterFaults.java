package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.ListOperation;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.Paging;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Ignores a list parameter, or combines conditions by or instead of and. */
final class ParameterFaults implements StateFaultFamily {
    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        if (!part.verb().lists()) {
            return List.of();
        }
        var listing = ListOperation.of(operation);
        var faults = new ArrayList<Fault>();
        listing.parameters().stream()
                .filter(parameter -> parameter.mediaTypes().isEmpty())
                .map(Parameter::name)
                .filter(name -> !name.equals(Paging.CURSOR))
                .forEach(name -> faults.add(FaultFamily.fault(
                        operation,
                        "parameter-ignored",
                        name,
                        "ignores " + name,
                        StateFaultBehaviors.rerouted((action, state) -> without(action, List.of(name))))));
        if (listing.isBy(Paging.CURSOR)) {
            faults.addAll(cursors(operation));
        }
        if (listing.filters().size() > 1) {
            faults.add(FaultFamily.fault(
                    operation,
                    "filter-or",
                    "joins two filters by or",
                    StateFaultBehaviors.listed(
                            (action, state) -> either(action, state, listing.filters(), one(action, listing)))));
        }
        listing.search()
                .ifPresent(search -> faults.add(FaultFamily.fault(
                        operation,
                        "search-matches-any-word",
                        "finds what has one of several words",
                        StateFaultBehaviors.listed(
                                (action, state) -> either(action, state, List.of(search), words(action, search))))));
        return faults;
    }

    private static List<Fault> cursors(Operation operation) {
        return List.of(
                FaultFamily.fault(
                        operation,
                        "cursor-ignored",
                        "answers the first page for every cursor it knows",
                        StateFaultBehaviors.rerouted((action, state) ->
                                state.error(action).isPresent() ? action : without(action, List.of(Paging.CURSOR)))),
                FaultFamily.fault(
                        operation,
                        "broken-cursor-accepted",
                        "answers the first page for a cursor it never handed out",
                        FaultBehaviors.granting(Reason.BROKEN_CURSOR, call -> true)));
    }

    private static Action without(Action action, List<String> names) {
        RequestUrl query = action.query();
        for (String name : names) {
            query = query.without(name);
        }
        return action.withQuery(query);
    }

    /** Returns the query with each of its filters alone. */
    private static Stream<Action> one(Action action, ListOperation listing) {
        var sent = listing.filters().stream()
                .filter(name -> !action.parameter(name).isEmpty())
                .toList();
        return sent.stream().map(kept -> {
            var others = new ArrayList<>(sent);
            others.remove(kept);
            return without(action, others);
        });
    }

    /** Returns the query with each word alone. */
    private static Stream<Action> words(Action action, String search) {
        return Stream.of(action.parameter(search).strip().split("\\s+"))
                .map(word -> action.withQuery(action.query().with(search, word)));
    }

    /** Returns the objects that any of the queries finds, in the order of the unfiltered list; all objects if there is no query. */
    private static List<StoredObject> either(Action action, State state, List<String> names, Stream<Action> queries) {
        Set<StoredObject> found = new HashSet<>();
        var each = queries.toList();
        each.forEach(query -> found.addAll(state.matching(query)));
        return state.matching(without(action, names)).stream()
                .filter(object -> each.isEmpty() || found.contains(object))
                .toList();
    }
}
