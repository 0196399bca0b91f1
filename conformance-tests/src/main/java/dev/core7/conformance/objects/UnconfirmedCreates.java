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
    private final List<UnconfirmedCreate> creates = new ArrayList<>();

    /**
     * A create whose object is unknown.
     *
     * @param result the result of the request as a predicate, such as {@code returned 500}
     * @param objectExists whether the response confirms that an object was created
     */
    public record UnconfirmedCreate(Operation operation, String mark, String result, boolean objectExists) {}

    /** {@code operation} was called to create an object. */
    public void used(Operation operation) {
        used.add(operation);
    }

    /** Adds a create whose object the run must search for. */
    public void add(UnconfirmedCreate create) {
        creates.add(create);
    }

    /** Adds the creates of a lane. */
    public void addAll(UnconfirmedCreates others) {
        used.addAll(others.used);
        creates.addAll(others.creates);
    }

    /** The operations that were called to create an object. */
    public Set<Operation> used() {
        return used;
    }

    /** The creates of one operation. */
    public List<UnconfirmedCreate> of(Operation operation) {
        return creates.stream()
                .filter(create -> create.operation().equals(operation))
                .toList();
    }
}
