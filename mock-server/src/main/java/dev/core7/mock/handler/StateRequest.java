package dev.core7.mock.handler;

import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.routing.Route;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StateError;
import dev.core7.mock.state.StoredObject;
import dev.core7.mock.validation.BodyReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Looks up, checks and carries out one {@link ObjectRequest}, with the active fault. */
record StateRequest(State state, FaultHooks faults, ObjectRequest request) {
    /** Converts an HTTP request to a request to stored objects, which the active fault may change. */
    static StateRequest of(
            MockRequest httpRequest,
            Route route,
            Operation operation,
            MockResponse documented,
            State state,
            FaultHooks faults,
            Optional<MockKey> key) {
        var url = RequestUrl.parse(httpRequest.absoluteUrl());
        var request = new ObjectRequest(
                operation,
                path(route, key),
                url,
                BodyReader.fields(operation, httpRequest),
                url,
                documented.mediaType());
        return new StateRequest(state, faults, faults.changeRequest(request, state));
    }

    private static Map<String, String> path(Route route, Optional<MockKey> key) {
        var path = new LinkedHashMap<>(route.values());
        route.any().pathParameters().stream()
                .filter(KnownIds::isParent)
                .map(Parameter::name)
                .forEach(name -> path.computeIfPresent(
                        name, (n, id) -> KnownIds.parentId(n, id, key.flatMap(MockKey::project))));
        return path;
    }

    /** Returns the object that the request addresses. */
    Optional<StoredObject> object() {
        return state.object(request);
    }

    /** Returns whether the addressed object is missing or hidden. */
    boolean isMissing() {
        return state.isMissing(request);
    }

    /** Returns why the request cannot be carried out although its object exists. */
    Optional<Refusal> refusal() {
        return state.error(request).map(StateRequest::refusal);
    }

    private static Refusal refusal(StateError error) {
        return switch (error) {
            case BROKEN_CURSOR -> Refusal.of(Reason.BROKEN_CURSOR, PostHogError.notFound(error.detail()));
            case UNKNOWN_MEMBER -> Refusal.of(Reason.UNKNOWN_MEMBER, PostHogError.notFound(error.detail()));
            case NO_KNOWN_MEMBER -> Refusal.of(Reason.UNKNOWN_MEMBER, PostHogError.invalidInput(error.detail()));
            case NOT_UNIQUE -> Refusal.of(Reason.BAD_INPUT, PostHogError.invalid("unique", error.detail(), "name"));
            case UNMET_PRECONDITION -> Refusal.of(Reason.UNMET_PRECONDITION, PostHogError.invalidInput(error.detail()));
        };
    }

    /** Carries out the operation and returns the documented response with the resulting body, if the state has one. */
    MockResponse carryOut(MockResponse documented) {
        return faults.carryOut(request, state)
                .map(response -> documented.is(response.mediaType())
                        ? documented.withBody(response.body())
                        : documented.withBody(response.mediaType(), response.body()))
                .orElse(documented);
    }
}
