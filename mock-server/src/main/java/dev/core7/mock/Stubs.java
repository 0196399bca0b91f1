package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.store.InMemoryStubMappingStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * WireMock's stubs. The contract's are found by the path of the request, so that a large contract is as fast as a small one;
 * what the user adds or edits is looked through one by one, as in any WireMock.
 */
final class Stubs implements StubMappingStore {
    private static final Comparator<StubMapping> BY_PRIORITY = StubMapping::comparePriorityWith;

    private final Supplier<Play> play;
    private final Map<UUID, StubMapping> ofContract = new ConcurrentHashMap<>();
    private final StubMappingStore ofUser = new InMemoryStubMappingStore();
    private volatile boolean untouched;

    Stubs(Supplier<Play> play) {
        this.play = play;
    }

    /** Whether there is nothing but what the contract says. */
    boolean areUntouched() {
        return untouched;
    }

    /** Puts other stubs of the contract in the place of those before; what the user added stays. */
    synchronized void replaceContract(Collection<StubMapping> stubs) {
        ofContract.clear();
        stubs.forEach(this::add);
    }

    @Override
    public Stream<StubMapping> getAll() {
        return Stream.concat(ofUser.getAll(), ofContract.values().stream()).sorted(BY_PRIORITY);
    }

    @Override
    public Optional<StubMapping> get(UUID id) {
        return Optional.ofNullable(ofContract.get(id)).or(() -> ofUser.get(id));
    }

    /** Those of the user first among equals. */
    @Override
    public Stream<StubMapping> findAllMatchingRequest(
            Request request, Map<String, RequestMatcherExtension> matchers, Consumer<SubEvent> events) {
        return Stream.concat(ofUser.getAll(), ofContract(request))
                .sorted(BY_PRIORITY)
                .filter(stub -> {
                    var match = stub.getRequest().match(request, matchers);
                    match.getSubEvents().forEach(events);
                    return match.isExactMatch();
                });
    }

    private Stream<StubMapping> ofContract(Request request) {
        var now = play.get();
        return now.routes().find(Incoming.of(request).path()).stream()
                .flatMap(route -> now.stubIds(route).map(ofContract::get).filter(Objects::nonNull));
    }

    @Override
    public synchronized void add(StubMapping stub) {
        if (play.get().stubIds().contains(stub.getId())) {
            ofContract.put(stub.getId(), stub);
        } else {
            ofUser.add(stub);
        }
        look();
    }

    /** A stub of the contract that the user edits is the user's. */
    @Override
    public synchronized void replace(StubMapping stub, StubMapping other) {
        if (ofContract.remove(stub.getId()) == null) {
            ofUser.replace(stub, other);
        } else {
            ofUser.add(other);
        }
        look();
    }

    /** The only way that WireMock 3 has to remove a stub. */
    @Override
    @SuppressWarnings("removal")
    public synchronized void remove(StubMapping stub) {
        if (ofContract.remove(stub.getId()) == null) {
            ofUser.remove(stub.getId());
        }
        look();
    }

    @Override
    public synchronized void clear() {
        ofContract.clear();
        ofUser.clear();
        look();
    }

    private void look() {
        untouched = ofUser.getAll().findAny().isEmpty()
                && ofContract.size() == play.get().stubIds().size();
    }
}
