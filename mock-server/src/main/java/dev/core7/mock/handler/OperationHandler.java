package dev.core7.mock.handler;

import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import dev.core7.mock.auth.KeyGuard;
import dev.core7.mock.auth.KnownKeys;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.routing.Route;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StoredObject;
import dev.core7.mock.validation.Dialect;
import dev.core7.mock.validation.RequestValidator;
import dev.core7.mock.validation.StoredFields;
import dev.core7.mock.validation.ValidationResult;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Handles a request in PostHog's order: check the key, check the method, look up the object, validate the body, carry out the
 * operation. A fault may change the decision at both checks, and the response.
 */
public final class OperationHandler {
    /** The header by which a browser asks for permission before a request of a script. */
    private static final String PREFLIGHT = "Access-Control-Request-Method";

    private static final String ALLOW = "Allow";

    private final KeyGuard guard;
    private final RequestValidator validator;
    private final Dialect dialect;
    private final FaultHooks faults;
    private final Optional<State> state;
    private final ExampleBodies examples = new ExampleBodies();

    /** @param state the stored objects; empty: the mock replays examples */
    OperationHandler(KnownKeys keys, RequestValidator validator, FaultHooks faults, Optional<State> state) {
        this.guard = new KeyGuard(keys);
        this.validator = validator;
        this.dialect = validator.dialect();
        this.faults = faults;
        this.state = state;
    }

    /** Returns the response to an OPTIONS request or to one whose key does not permit it; empty if the request must be handled. */
    public Optional<MockResponse> beforeHandling(MockRequest request, Route route) {
        boolean isOptions = request.method().equals("OPTIONS");
        var needed = isOptions ? dialect.scopesForOptions(route) : Optional.<Set<String>>empty();
        if (isOptions && (needed.isEmpty() || request.header(PREFLIGHT) != null)) {
            return Optional.of(options(route, Dialect.standard()));
        }
        var refusal = faults.decideRefusal(
                () -> context(request, route, Optional.empty()),
                needed.isPresent() ? guard.refusal(request, route, needed.get()) : guard.refusal(request, route));
        return refusal.map(reason -> refused(request, route, reason))
                .or(() -> isOptions ? Optional.of(options(route, dialect)) : Optional.empty());
    }

    /** Returns the response to a request that is refused because of its key, or for a reason that the server finds earlier. */
    private MockResponse refused(MockRequest request, Route route, Refusal ofKey) {
        var refusal = validator
                .beforeKey(request, route)
                .map(error -> Refusal.of(ofKey.reason(), error))
                .orElse(ofKey);
        var response = faults.respond(
                () -> context(request, route, Optional.empty()), Optional.of(refusal), refusal.response());
        return dialect.rendered(request, route, response);
    }

    private static MockResponse options(Route route, Dialect dialect) {
        return dialect.options(route).withHeader(ALLOW, route.allow());
    }

    /** Compares the contents of a request with the contract. */
    public ValidationResult validate(MockRequest request, Route route) {
        return validator.validate(
                request,
                route,
                state.map(stored -> stored(request, route, stored)).orElse(StoredFields.NONE));
    }

    private StoredFields stored(MockRequest request, Route route, State stored) {
        return route.operation(request.method())
                .filter(stored::knows)
                .<StoredFields>map(operation ->
                        new ObjectsOfRequest(stored, operation, () -> StateRequest.path(route, guard.key(request))))
                .orElse(StoredFields.NONE);
    }

    /** Returns the documented response in the media type that the request prefers. */
    public MockResponse negotiate(MockRequest request, Route route, MockResponse documented) {
        return route.operation(request.method())
                .map(operation -> ContentNegotiation.negotiate(request, operation, documented))
                .orElse(documented);
    }

    /** Returns a response whose body, if it is an example of the operation, has the values that depend on the request. */
    public MockResponse adapt(MockRequest request, Route route, MockResponse response) {
        return examples.adapt(request, route, () -> guard.key(request), response);
    }

    /** Handles a request as a mock without state does, even if this one has state. */
    public MockResponse handleWithoutState(
            MockRequest request, Route route, ValidationResult validation, MockResponse documented) {
        return respond(request, route, validation, documented, Optional.empty());
    }

    /**
     * Handles a request whose key permits it.
     *
     * @param documented the response if the request is not refused
     */
    public MockResponse handle(MockRequest request, Route route, ValidationResult validation, MockResponse documented) {
        return state.isPresent()
                ? handle(request, route, validation, documented, state.get())
                : handleWithoutState(request, route, validation, documented);
    }

    /** Handles one request at a time, so that no other request changes an object between lookup and write. */
    private MockResponse handle(
            MockRequest request, Route route, ValidationResult validation, MockResponse documented, State stored) {
        synchronized (stored) {
            var stateRequest = route.operation(request.method())
                    .filter(stored::knows)
                    .map(operation -> StateRequest.of(
                            request,
                            route,
                            operation,
                            documented,
                            stored,
                            faults,
                            guard.key(request),
                            validation.fields()));
            return respond(request, route, validation, documented, stateRequest);
        }
    }

    private MockResponse respond(
            MockRequest request,
            Route route,
            ValidationResult validation,
            MockResponse documented,
            Optional<StateRequest> stateRequest) {
        Optional<StoredObject> object = stateRequest.flatMap(StateRequest::object);
        var refusal = faults.decideRefusal(
                () -> context(request, route, object), refusal(request.method(), route, validation, stateRequest));
        var response = refusal.isPresent()
                ? documented
                : stateRequest
                        .map(found -> found.carryOut(documented))
                        .orElseGet(() -> adapt(request, route, documented));
        return dialect.rendered(
                request, route, faults.respond(() -> context(request, route, object), refusal, response));
    }

    private RequestContext context(MockRequest request, Route route, Optional<StoredObject> object) {
        return RequestContext.of(request, route, object, guard.key(request));
    }

    private Optional<Refusal> refusal(
            String method, Route route, ValidationResult validation, Optional<StateRequest> stateRequest) {
        var operation = route.operation(method);
        return operation.isPresent()
                ? refusal(route, operation.get(), validation, stateRequest)
                : Optional.of(methodNotAllowed(method, route));
    }

    private Optional<Refusal> refusal(
            Route route, Operation operation, ValidationResult validation, Optional<StateRequest> stateRequest) {
        if (operation.success().isError()) {
            return Optional.empty();
        }
        return unknownObject(route, operation, stateRequest)
                .or(() -> stateRequest.flatMap(asked -> asked.refusalBeforeBody(dialect)))
                .or(() -> validation.refusal().map(error -> Refusal.of(Reason.BAD_INPUT, error)))
                .or(() -> stateRequest.flatMap(asked -> asked.refusal(dialect)));
    }

    private Refusal methodNotAllowed(String method, Route route) {
        var response = dialect.methodNotOffered(method, route).response().withHeader(ALLOW, route.allow());
        return new Refusal(Reason.OTHER_METHOD, response);
    }

    private static Optional<Refusal> unknownObject(
            Route route, Operation operation, Optional<StateRequest> stateRequest) {
        boolean unknown = stateRequest.isPresent()
                ? stateRequest.get().isMissing()
                : operation.pathParameters().stream()
                        .filter(parameter -> !KnownIds.isParent(parameter))
                        .anyMatch(parameter ->
                                !KnownIds.exists(parameter, route.values().getOrDefault(parameter.name(), "")));
        return unknown ? Optional.of(new Refusal(Reason.UNKNOWN_OBJECT, notFound(operation))) : Optional.empty();
    }

    private static MockResponse notFound(Operation operation) {
        boolean withoutBody = operation
                .response(404)
                .map(Response::content)
                .map(content -> content.isEmpty())
                .orElse(false);
        return withoutBody
                ? new MockResponse(404, Map.of(), "")
                : PostHogError.notFound("Not found.").response();
    }
}
