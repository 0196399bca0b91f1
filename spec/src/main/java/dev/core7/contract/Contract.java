package dev.core7.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An OpenAPI document as records. Mock, suite and lint are derived from it.
 *
 * @param digest SHA-256 of the file's bytes in lower-case hex; identifies the contract in reports
 * @param text the unmodified text of the file
 * @param operations in the order of the file
 * @param keyPlaces where a key may be sent instead of the header: {@code query} or {@code body} → its name there
 * @param dialect the product whose habits the API has beyond what a contract can say ({@code x-dialect}); empty: none
 * @param hasNeighbours whether the mock also serves {@link ContractReader#neighbours} ({@code x-mock-neighbours})
 */
public record Contract(
        String title,
        String version,
        String digest,
        String text,
        List<Operation> operations,
        Map<String, String> keyPlaces,
        Optional<String> dialect,
        boolean hasNeighbours) {
    /** Copies the collections. */
    public Contract {
        operations = List.copyOf(operations);
        keyPlaces = Collections.unmodifiableMap(new LinkedHashMap<>(keyPlaces));
    }

    /** Creates a contract without a dialect, whose keys are sent in the header only. */
    public Contract(String title, String version, String digest, String text, List<Operation> operations) {
        this(title, version, digest, text, operations, Map.of(), Optional.empty(), false);
    }

    /** Returns a copy with more operations. An operation with the method and path of an earlier one is left out. */
    public Contract with(List<Operation> more) {
        var all = new ArrayList<>(operations);
        more.stream()
                .filter(operation ->
                        operation(operation.method(), operation.path()).isEmpty())
                .forEach(all::add);
        return new Contract(title, version, digest, text, all, keyPlaces, dialect, hasNeighbours);
    }

    /** Returns the operation with that {@code operationId}. */
    public Optional<Operation> operation(String id) {
        return operations.stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** Returns the operation with that method and path template. */
    public Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(o -> o.method().equals(method) && o.path().equals(path))
                .findFirst();
    }

    /** Returns whether the contract names MCP tools. */
    public boolean hasTools() {
        return operations.stream().anyMatch(operation -> operation.tool().isPresent());
    }

    /** Returns the scopes of all operations, sorted. */
    public Set<String> scopes() {
        var scopes = new TreeSet<String>();
        operations.forEach(o -> scopes.addAll(o.scopes()));
        return scopes;
    }
}
