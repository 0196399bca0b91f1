package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.matching.RequestMatcherExtension;
import com.github.tomakehurst.wiremock.store.InMemoryStubMappingStore;
import com.github.tomakehurst.wiremock.store.StubMappingStore;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.SubEvent;
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
 * WireMock's stubs. The contract's are found by the path of the request, so that a large contract is as fast as a small one;
 * what the user adds or edits is looked through one by one, as in any WireMock.
 */
final class Stubs implements StubMappingStore {
    private static final Comparator<StubMapping> BY_PRIORITY = StubMapping::comparePriorityWith;

    private final Supplier<PlayedContract> play;
    private final Map<UUID, StubMapping> ofContract = new ConcurrentHashMap<>();
    private final StubMappingStore ofUser = new InMemoryStubMappingStore();
    private final Set<UUID> gone = new HashSet<>();
    private volatile boolean untouched = true;

    Stubs(Supplier<PlayedContract> play) {
        this.play = play;
    }

    /** Whether nothing was added to what the contract says, and nothing taken from it. */
    boolean areUntouched() {
        return untouched;
    }

    /** Puts the stubs of the contract that is played now in the place of those before; what the user added or edited stays. */
    synchronized void replaceContract() {
        ofContract.clear();
        gone.clear();
        play.get().stubs().forEach((id, stub) -> {
            if (ofUser.get(id).isPresent()) {
                gone.add(id);
            } else {
                ofContract.put(id, stub);
            }
        });
        look();
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
        var id = stub.getId();
        if (play.get().stubs().get(id) == stub) {
            ofContract.put(id, stub);
            gone.remove(id);
        } else {
            ofUser.add(stub);
        }
        look();
    }

    /** A stub of the contract that the user edits is the user's. */
    @Override
    public synchronized void replace(StubMapping stub, StubMapping other) {
        if (take(stub.getId())) {
            ofUser.add(other);
        } else {
            ofUser.replace(stub, other);
        }
        look();
    }

    /** The only way that WireMock 3 has to remove a stub. */
    @Override
    @SuppressWarnings("removal")
    public synchronized void remove(StubMapping stub) {
        if (!take(stub.getId())) {
            ofUser.remove(stub.getId());
        }
        look();
    }

    @Override
    public synchronized void clear() {
        List.copyOf(ofContract.keySet()).forEach(this::take);
        ofUser.clear();
        look();
    }

    /** Whether it was the contract's. */
    private boolean take(UUID id) {
        return ofContract.remove(id) != null && gone.add(id);
    }

    private void look() {
        untouched = gone.isEmpty() && ofUser.getAll().findAny().isEmpty();
    }
}
