package dev.core7.contract;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The OpenAPI document as records: what mock, suite and lint are functions of.
 *
 * @param digest SHA-256 of the file's bytes in lower-case hex, so that a report can say what it judged by
 * @param text the file as it was read, so that it can be handed on
 * @param operations in the order of the file
 */
public record Contract(String title, String version, String digest, String text, List<Operation> operations) {
    /** {@code operations} is copied. */
    public Contract {
        operations = List.copyOf(operations);
    }

    /** The operation with that {@code operationId}. */
    public Optional<Operation> operation(String id) {
        return operations.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** The operation with that method on that path template. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(o -> o.method().equals(method) && o.path().equals(path))
                .findFirst();
    }

    /** Every scope that some operation needs, sorted. */
    public Set<String> scopes() {
        var scopes = new TreeSet<String>();
        operations.forEach(o -> scopes.addAll(o.scopes()));
        return scopes;
    }
}
