package dev.core7.mock.handler;

import dev.core7.contract.Contract;
import dev.core7.contract.Lazy;
import dev.core7.contract.Operation;
import dev.core7.mock.auth.KnownKeys;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.routing.Route;
import dev.core7.mock.routing.Router;
import dev.core7.mock.state.State;
import dev.core7.mock.validation.RequestValidator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A contract prepared for serving, with its neighbours: routes, documented responses, state and handler. The neighbours are read
 * when a request needs them. If the contract is replaced, a new instance replaces this one.
 */
public final class ServedContract {
    private final ServedOperations own;
    private final Lazy<ServedOperations> all;
    private final KnownKeys keys;
    private final Optional<State> state;
    private final OperationHandler handler;

    /**
     * Prepares a contract.
     *
     * @param withNeighbours supplies the contract with its neighbours; the contract itself if it has none
     * @param acceptsAnyKey whether a text that is not a key of the mock is a key with all scopes
     * @param state the stored objects; empty: the mock replays examples
     */
    public ServedContract(
            Contract contract,
            Supplier<Contract> withNeighbours,
            FaultHooks faults,
            RequestValidator validator,
            boolean acceptsAnyKey,
            Optional<State> state) {
        this.own = new ServedOperations(contract);
        this.all = new Lazy<>(() -> new ServedOperations(withNeighbours.get()));
        this.keys = new KnownKeys(contract.scopes(), this::scopes, acceptsAnyKey);
        this.state = state;
        this.handler = new OperationHandler(keys, validator, faults, state);
    }

    /** Returns the contract itself, without neighbours. */
    public Contract contract() {
        return own.contract();
    }

    /** Returns the operations of the contract, then its neighbours. */
    public List<Operation> operations() {
        return all.get().contract().operations();
    }

    /** Returns the operations that are served beside the contract. */
    public List<Operation> neighbours() {
        int own = contract().operations().size();
        return operations().subList(own, operations().size());
    }

    /** Returns all scopes that the contract and its neighbours name. */
    public Set<String> scopes() {
        return all.get().contract().scopes();
    }

    /** Returns the key with a text; empty if there is none. */
    public Optional<MockKey> key(String text) {
        return keys.find(text);
    }

    /** Returns the router over the paths of the contract and its neighbours. */
    public Router router() {
        return all.get().router();
    }

    /** Returns the route of a request; empty if neither the contract nor a neighbour has such a path. */
    public Optional<Route> route(String method, String path) {
        var route = own.router().find(path);
        return route.isPresent() && route.get().operation(method).isPresent() ? route : router().find(path);
    }

    /** Returns the stored objects; empty if the mock replays examples. */
    public Optional<State> state() {
        return state;
    }

    /** Returns the handler for requests to the served paths. */
    public OperationHandler handler() {
        return handler;
    }

    /** Returns the documented responses of an operation, the default one first. */
    public List<DocumentedResponse> documented(Operation operation) {
        var documented = own.documented(operation);
        return documented.isEmpty() ? all.get().documented(operation) : documented;
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
