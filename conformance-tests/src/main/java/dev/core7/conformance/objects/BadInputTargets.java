package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Purpose;
import dev.core7.contract.Operation;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The objects to which a run sends bad input. Operations that name the same kind of object in the contract share one. */
final class BadInputTargets {
    private final Map<String, Inventory.Created> byOperation = new LinkedHashMap<>();

    void add(Purpose.SetUp setUp, Inventory.Created object) {
        byOperation.put(setUp.operationId(), object);
    }

    Collection<Inventory.Created> all() {
        return byOperation.values();
    }

    /** The object for the bad input of an operation; empty if the run must create one. */
    Optional<Inventory.Created> of(Operation operation) {
        return Optional.ofNullable(byOperation.get(operation.id()))
                .or(() -> all().stream()
                        .filter(object -> object.creator().success().links().stream()
                                .anyMatch(link -> link.operationId().equals(operation.id())
                                        && link.example()
                                                .filter(object.example()::equals)
                                                .isPresent()))
                        .findFirst());
    }
}
