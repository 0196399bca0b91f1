package dev.core7.mock.fault;

import dev.core7.contract.Parameter;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.state.ListOperation;
import dev.core7.mock.state.ObjectRequest;
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
        if (!role.type().lists()) {
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
                        StateFaultBehaviors.changingRequest((request, state) -> without(request, List.of(name)))));
        listing.parameters().stream()
                .filter(parameter -> !parameter.mediaTypes().isEmpty())
                .forEach(format -> Stream.of(Paging.LIMIT, Paging.OFFSET)
                        .forEach(name -> addIgnoredBeside(faults, name, format.name())));
        if (listing.isPagedBy(Paging.CURSOR)) {
            addCursors(faults);
        }
        if (listing.isPagedBy(Paging.LIMIT)) {
            addIgnoredBeside(faults, Paging.OFFSET, Paging.LIMIT);
            addIgnoredBeside(faults, Paging.LIMIT, Paging.OFFSET);
        }
        Stream.of(Paging.CURSOR, Paging.OFFSET)
                .filter(listing::isPagedBy)
                .forEach(parameter -> faults.add(
                        "later-page-needs-no-scope",
                        parameter,
                        "requires no scope if " + parameter + " is sent",
                        FaultBehaviors.accepting(
                                Reason.MISSING_SCOPE,
                                request -> !request.url().value(parameter).isEmpty())));
        var filters = listing.filters();
        if (filters.size() > 1) {
            faults.add(
                    "filter-or",
                    "combines filters with OR instead of AND",
                    StateFaultBehaviors.listing(
                            (request, state) -> matchingAny(request, state, filters, singleFilters(request, filters))));
        }
        listing.search()
                .ifPresent(search -> faults.add(
                        "search-matches-any-word",
                        "finds objects that contain only one of several words",
                        StateFaultBehaviors.listing((request, state) ->
                                matchingAny(request, state, List.of(search), singleWords(request, search)))));
        listing.search()
                .ifPresent(search -> faults.add(
                        "search-minds-case",
                        "finds only texts in the case of the search",
                        StateFaultBehaviors.listing((request, state) -> state.sortAndFilter(request).stream()
                                .filter(object -> containsAll(object, request.parameter(search)))
                                .toList())));
        if (listing.isPagedBy(Paging.LIMIT)) {
            listing.search().ifPresent(search -> addWildcards(faults, search));
        }
    }

    private static void addIgnoredBeside(FaultCollector faults, String ignored, String other) {
        faults.add(
                "parameter-ignored-beside",
                ignored + "/" + other,
                "ignores " + ignored + " if " + other + " is sent",
                StateFaultBehaviors.changingRequest((request, state) ->
                        request.parameter(other).isEmpty() ? request : without(request, List.of(ignored))));
    }

    private static void addWildcards(FaultCollector faults, String search) {
        Stream.of("%", "_")
                .forEach(wildcard -> faults.add(
                        "search-takes-wildcards",
                        wildcard.equals("%") ? "percent" : "underscore",
                        "treats " + wildcard + " in a search as a wildcard",
                        StateFaultBehaviors.changingRequest(
                                (request, state) -> withWildcard(request, search, wildcard))));
    }

    /** Returns the search for the parts before and after a wildcard, each as a word of its own. */
    private static ObjectRequest withWildcard(ObjectRequest request, String search, String wildcard) {
        String words = request.parameter(search).replace(wildcard, " ");
        return words.isBlank() ? request : request.withQuery(request.queryUrl().with(search, words));
    }

    private static void addCursors(FaultCollector faults) {
        faults.add(
                "cursor-ignored",
                "returns the first page for every valid cursor",
                StateFaultBehaviors.changingRequest((request, state) ->
                        state.error(request).isPresent() ? request : without(request, List.of(Paging.CURSOR))));
        faults.add(
                "broken-cursor-accepted",
                "returns the first page for an invalid cursor",
                FaultBehaviors.accepting(Reason.BROKEN_CURSOR));
    }

    private static ObjectRequest without(ObjectRequest request, List<String> names) {
        RequestUrl query = request.queryUrl();
        for (String name : names) {
            query = query.without(name);
        }
        return request.withQuery(query);
    }

    /** Returns the query with each of its filters alone. */
    private static List<ObjectRequest> singleFilters(ObjectRequest request, List<String> filters) {
        var sent = filters.stream()
                .filter(name -> !request.parameter(name).isEmpty())
                .toList();
        return sent.stream()
                .map(filter -> without(
                        request,
                        sent.stream().filter(name -> !name.equals(filter)).toList()))
                .toList();
    }

    private static boolean containsAll(StoredObject object, String search) {
        String texts = object.fields().values().toString();
        return Stream.of(search.strip().split("\\s+")).allMatch(texts::contains);
    }

    /** Returns the query with each word alone. */
    private static List<ObjectRequest> singleWords(ObjectRequest request, String search) {
        return Stream.of(request.parameter(search).strip().split("\\s+"))
                .map(word -> request.withQuery(request.queryUrl().with(search, word)))
                .toList();
    }

    /** Returns the objects that any of the queries finds, in the order of the unfiltered list; all objects if there is no query. */
    private static List<StoredObject> matchingAny(
            ObjectRequest request, State state, List<String> names, List<ObjectRequest> queries) {
        var found = new HashSet<StoredObject>();
        queries.forEach(query -> found.addAll(state.sortAndFilter(query)));
        return state.sortAndFilter(without(request, names)).stream()
                .filter(object -> queries.isEmpty() || found.contains(object))
                .toList();
    }
}
