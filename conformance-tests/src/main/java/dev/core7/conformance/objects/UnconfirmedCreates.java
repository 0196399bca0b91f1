package dev.core7.conformance.objects;

import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The requests that may have created an object which no answer has named: the run looks for them by their mark at its end. */
public final class UnconfirmedCreates {
    private final Set<Operation> used = new LinkedHashSet<>();
    private final List<Open> open = new ArrayList<>();

    /**
     * A create whose object is not known.
     *
     * @param answer what became of the request, such as {@code answered 500}
     * @param certain whether the answer says that there is an object
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
        return open.stream().filter(each -> each.operation().equals(operation)).toList();
    }
}
