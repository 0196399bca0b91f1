package dev.core7.mock.validation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Request fields that a user allows although the contract does not have them, such as fields that PostHog added later. */
public final class AllowedFields {
    private final Map<String, Set<String>> byOperation = new ConcurrentHashMap<>();

    /** Allows a field in requests to an operation. */
    public void add(String operationId, String field) {
        byOperation
                .computeIfAbsent(operationId, id -> ConcurrentHashMap.newKeySet())
                .add(field);
    }

    /** Returns the fields that are allowed in requests to an operation. */
    public Set<String> of(String operationId) {
        return byOperation.getOrDefault(operationId, Set.of());
    }
}
