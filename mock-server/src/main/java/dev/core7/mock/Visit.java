package dev.core7.mock;

import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Address;
import dev.core7.mock.state.Kept;
import dev.core7.mock.state.State;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one request does in the state, as far as a fault lets it. */
record Visit(State state, Stage stage, Action action) {
    static Visit of(
            Incoming request,
            Route route,
            Operation operation,
            Answer granted,
            State state,
            Stage stage,
            Collection<String> scopes) {
        var address = Address.parse(request.absoluteUrl());
        var action = new Action(
                operation,
                path(request, route, scopes),
                address,
                BodyReader.fields(operation, request),
                address,
                granted.mediaType());
        return new Visit(state, stage, stage.reroute(action, state));
    }

    private static Map<String, String> path(Incoming request, Route route, Collection<String> scopes) {
        var key = Credentials.of(request).flatMap(credentials -> MockKey.parse(credentials.text(), scopes));
        var path = new LinkedHashMap<>(route.values());
        route.any().pathParameters().stream()
                .filter(KnownIds::isPlace)
                .map(Parameter::name)
                .forEach(name -> path.computeIfPresent(name, (n, id) -> KnownIds.place(n, id, key)));
        return path;
    }

    Optional<Kept> object() {
        return state.object(action);
    }

    boolean isMissing() {
        return state.isMissing(action);
    }

    Optional<Refusal> objection() {
        return state.objection(action).map(Refusal::of);
    }

    /** The answer with what the state has to say in it. */
    Answer carryOut(Answer granted) {
        return stage.carryOut(action, state)
                .map(reply -> granted.is(reply.mediaType())
                        ? granted.withBody(reply.body())
                        : granted.withBody(reply.mediaType(), reply.body()))
                .orElse(granted);
    }
}
