package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.store.InMemoryStubMappingStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import dev.core7.mock.handler.DocumentedResponse;
import dev.core7.mock.handler.ServedContract;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * WireMock's stub store. It finds the contract's stubs by the path of the request, so that a large contract is as fast as a
 * small one, and tries the user's stubs one by one, as any WireMock does.
 */
public final class StubStore implements StubMappingStore {
    private static final Comparator<StubMapping> BY_PRIORITY = StubMapping::comparePriorityWith;

    private final Supplier<ServedContract> contract;
    private final ContractStubs contractStubs;
    private final Map<UUID, StubMapping> contractStubsById = new ConcurrentHashMap<>();
    private final StubMappingStore userStubs = new InMemoryStubMappingStore();
    private final Set<UUID> removed = new HashSet<>();
    private volatile boolean unmodified = true;

    /** Creates an empty store. */
    public StubStore(Supplier<ServedContract> contract, ContractStubs contractStubs) {
        this.contract = contract;
        this.contractStubs = contractStubs;
    }

    /** Returns whether the store holds exactly the contract's stubs. */
    public boolean isUnmodified() {
        return unmodified;
    }

    /** Replaces the stubs of the previous contract by those of the current one. The user's stubs stay. */
    public synchronized void replaceContract() {
        contractStubsById.clear();
        removed.clear();
        contractStubs.of(contract.get()).forEach((id, stub) -> {
            if (userStubs.get(id).isPresent()) {
                removed.add(id);
            } else {
                contractStubsById.put(id, stub);
            }
        });
        updateUnmodified();
    }

    @Override
    public Stream<StubMapping> getAll() {
        return Stream.concat(userStubs.getAll(), contractStubsById.values().stream())
                .sorted(BY_PRIORITY);
    }

    @Override
    public Optional<StubMapping> get(UUID id) {
        return Optional.ofNullable(contractStubsById.get(id)).or(() -> userStubs.get(id));
    }

    /** Returns the user's stubs before the contract's of the same priority. */
    @Override
    public Stream<StubMapping> findAllMatchingRequest(
            Request request, Map<String, RequestMatcherExtension> matchers, Consumer<SubEvent> events) {
        return Stream.concat(userStubs.getAll(), contractStubsFor(request))
                .sorted(BY_PRIORITY)
                .filter(stub -> {
                    var match = stub.getRequest().match(request, matchers);
                    match.getSubEvents().forEach(events);
                    return match.isExactMatch();
                });
    }

    private Stream<StubMapping> contractStubsFor(Request request) {
        var served = contract.get();
        return served.router().find(WireMockMessages.request(request).path()).stream()
                .flatMap(route -> served.documented(route)
                        .map(DocumentedResponse::id)
                        .map(contractStubsById::get)
                        .filter(Objects::nonNull));
    }

    @Override
    public synchronized void add(StubMapping stub) {
        var id = stub.getId();
        if (contractStubs.of(contract.get()).get(id) == stub) {
            contractStubsById.put(id, stub);
            removed.remove(id);
        } else {
            userStubs.add(stub);
        }
        updateUnmodified();
    }

    /** Makes an edited stub of the contract a stub of the user. */
    @Override
    public synchronized void replace(StubMapping stub, StubMapping other) {
        if (removeFromContract(stub.getId())) {
            userStubs.add(other);
        } else {
            userStubs.replace(stub, other);
        }
        updateUnmodified();
    }

    /** Overrides a deprecated method because WireMock 3 has no other one to remove a stub. */
    @Override
    @SuppressWarnings("removal")
    public synchronized void remove(StubMapping stub) {
        if (!removeFromContract(stub.getId())) {
            userStubs.remove(stub.getId());
        }
        updateUnmodified();
    }

    @Override
    public synchronized void clear() {
        List.copyOf(contractStubsById.keySet()).forEach(this::removeFromContract);
        userStubs.clear();
        updateUnmodified();
    }

    /** Removes a stub of the contract; returns whether it was one. */
    private boolean removeFromContract(UUID id) {
        return contractStubsById.remove(id) != null && removed.add(id);
    }

    private void updateUnmodified() {
        unmodified = removed.isEmpty() && userStubs.getAll().findAny().isEmpty();
    }
}
