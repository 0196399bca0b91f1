package dev.core7.conformance.objects;

import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The requests that may have created an object without returning its id. The run searches for these objects by their mark at
 * its end.
 */
public final class UnconfirmedCreates {
    private final Set<Operation> used = new LinkedHashSet<>();
    private final List<Open> open = new ArrayList<>();

    /**
     * A create whose object is unknown.
     *
     * @param answer the result of the request as a predicate, such as {@code returned 500}
     * @param certain whether the response confirms that an object was created
     */
    public record Open(Operation operation, String mark, String answer, boolean certain) {}

    /** {@code operation} was called to create an object. */
    public void used(Operation operation) {
        used.add(operation);
    }

    public void add(Open create) {
        open.add(create);
    }

    public void addAll(UnconfirmedCreates others) {
        used.addAll(others.used);
        open.addAll(others.open);
    }

    /** The operations that were called to create an object. */
    public Set<Operation> used() {
        return used;
    }

    public List<Open> of(Operation operation) {
        return open.stream()
                .filter(create -> create.operation().equals(operation))
                .toList();
    }
}
