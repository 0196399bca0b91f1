package dev.core7.mock.handler;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.routing.Route;
import dev.core7.mock.routing.Router;
import dev.core7.mock.state.State;
import dev.core7.mock.validation.RequestValidator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A contract prepared for serving: its routes, documented responses, state and handler. If the contract is replaced, a new instance replaces this one. */
public final class ServedContract {
    private final Contract contract;
    private final Set<String> scopes;
    private final Router router;
    private final Map<String, List<DocumentedResponse>> documented = new HashMap<>();
    private final Optional<State> state;
    private final OperationHandler handler;

    /** @param state the stored objects; empty: the mock replays examples */
    public ServedContract(Contract contract, FaultHooks faults, RequestValidator validator, Optional<State> state) {
        this.contract = contract;
        this.scopes = contract.scopes();
        this.router = new Router(contract);
        contract.operations().forEach(operation -> documented.put(operation.id(), DocumentedResponse.of(operation)));
        this.state = state;
        this.handler = new OperationHandler(scopes, validator, faults, state);
    }

    /** Returns the contract itself. */
    public Contract contract() {
        return contract;
    }

    /** Returns all scopes that the contract names. */
    public Set<String> scopes() {
        return scopes;
    }

    /** Returns the router over the contract's paths. */
    public Router router() {
        return router;
    }

    /** Returns the stored objects; empty if the mock replays examples. */
    public Optional<State> state() {
        return state;
    }

    /** Returns the handler for requests to the contract's paths. */
    public OperationHandler handler() {
        return handler;
    }

    /** Returns the documented responses of an operation, the default one first. */
    public List<DocumentedResponse> documented(Operation operation) {
        return documented.getOrDefault(operation.id(), List.of());
    }

    /** Returns the documented response that a request selects. */
    public DocumentedResponse documented(MockRequest request, Route route) {
        return route.operation(request.method())
                .map(operation -> DocumentedResponse.choose(documented(operation), request))
                .orElse(DocumentedResponse.METHOD_NOT_ALLOWED);
    }

    /** Returns every documented response that a path can lead to. */
    public Stream<DocumentedResponse> documented(Route route) {
        return Stream.concat(
                route.operations().values().stream().flatMap(operation -> documented(operation).stream()),
                Stream.of(DocumentedResponse.METHOD_NOT_ALLOWED));
    }
}
