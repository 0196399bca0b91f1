package dev.core7.mock;

import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.core7.contract.Contract;
import dev.core7.contract.Once;
import dev.core7.contract.Operation;
import dev.core7.mock.state.State;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A contract as the mock plays it. Another contract is another play, and takes its place as a whole. */
final class PlayedContract {
    private final Contract contract;
    private final Set<String> scopes;
    private final Routes routes;
    private final Map<String, List<Documented>> documented = new HashMap<>();
    private final Once<Map<UUID, StubMapping>> stubs = new Once<>(this::makeStubs);
    private final Optional<State> state;
    private final KeyGuard guard;
    private final ContractAnswers answers;

    /** @param state what the mock keeps; empty: nothing, it replays examples */
    PlayedContract(Contract contract, Stage stage, Inspector inspector, Optional<State> state) {
        this.contract = contract;
        this.scopes = contract.scopes();
        this.routes = new Routes(contract);
        contract.operations().forEach(operation -> documented.put(operation.id(), Documented.of(operation)));
        this.state = state;
        this.guard = new KeyGuard(scopes, stage);
        this.answers = new ContractAnswers(scopes, inspector, stage, state);
    }

    Contract contract() {
        return contract;
    }

    /** The scopes that the contract knows. */
    Set<String> scopes() {
        return scopes;
    }

    Routes routes() {
        return routes;
    }

    Optional<State> state() {
        return state;
    }

    /** What is looked at before any answer: method, key, place, scope. */
    KeyGuard guard() {
        return guard;
    }

    /** What is answered once key and scope are granted. */
    ContractAnswers answers() {
        return answers;
    }

    /** The documented answers of an operation of the contract, the usual one first. */
    List<Documented> documented(Operation operation) {
        return documented.getOrDefault(operation.id(), List.of());
    }

    /** The documented answer that a request asks for. */
    Documented documented(Incoming request, Route route) {
        return route.operation(request.method())
                .map(operation -> Documented.choose(documented(operation), request))
                .orElse(Documented.NOT_OFFERED);
    }

    /** The stubs of the contract by their ids, in the order in which WireMock is told of them. */
    Map<UUID, StubMapping> stubs() {
        return stubs.get();
    }

    private Map<UUID, StubMapping> makeStubs() {
        var made = new LinkedHashMap<UUID, StubMapping>();
        ContractMappings.stubs(this).forEach(builder -> {
            var stub = builder.build();
            made.put(stub.getId(), stub);
        });
        return made;
    }

    /** The stub that plays a documented answer. */
    StubMapping stub(Documented one) {
        return Objects.requireNonNull(stubs().get(one.stubId()));
    }

    /** The ids of the stubs that a path of the contract can lead to. */
    Stream<UUID> stubIds(Route route) {
        return Stream.concat(
                route.operations().values().stream()
                        .flatMap(operation -> documented(operation).stream())
                        .map(Documented::stubId),
                Stream.of(Documented.NOT_OFFERED.stubId()));
    }
}
