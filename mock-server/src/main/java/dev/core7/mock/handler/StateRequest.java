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
import dev.core7.mock.validation.Dialect;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
            Optional<MockKey> key,
            Map<String, @Nullable Object> fields) {
        var url = RequestUrl.parse(httpRequest.absoluteUrl());
        var request = new ObjectRequest(operation, path(route, key), url, fields, url, documented.mediaType());
        return new StateRequest(state, faults, faults.changeRequest(request, state));
    }

    /** Returns the path parameters with the canonical ids of project and organization. */
    static Map<String, String> path(Route route, Optional<MockKey> key) {
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

    /** Returns why the object is not of the kind that the operation changes; its kind counts before the body. */
    Optional<Refusal> refusalBeforeBody(Dialect dialect) {
        return state.errorBeforeBody(request).map(error -> refusal(error, dialect));
    }

    /** Returns why the request cannot be carried out although its object exists. */
    Optional<Refusal> refusal(Dialect dialect) {
        return state.error(request).map(error -> refusal(error, dialect));
    }

    private Refusal refusal(StateError error, Dialect dialect) {
        var reason = switch (error) {
            case BROKEN_CURSOR -> Reason.BROKEN_CURSOR;
            case UNKNOWN_PAGE, NOT_UNIQUE -> Reason.BAD_INPUT;
            case UNKNOWN_MEMBER, NO_KNOWN_MEMBER -> Reason.UNKNOWN_MEMBER;
            case UNMET_PRECONDITION -> Reason.UNMET_PRECONDITION;
        };
        String detail = dialect.detail(request.operation(), reason, error.detail());
        return Refusal.of(
                reason,
                switch (error) {
                    case BROKEN_CURSOR, UNKNOWN_MEMBER -> PostHogError.notFound(detail);
                    case NOT_UNIQUE -> PostHogError.invalid("unique", detail, "name");
                    case UNKNOWN_PAGE, NO_KNOWN_MEMBER, UNMET_PRECONDITION -> PostHogError.invalidInput(detail);
                });
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
