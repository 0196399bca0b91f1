package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import java.util.function.Supplier;

/**
 * A deliberate mistake in one operation, which a mock makes on request.
 *
 * @param id operation, kind and variant, such as {@code annotations_list/field-dropped/results.0.created_by.uuid}; stable
 * @param operationId the faulty operation
 * @param kind what is wrong, in kebab-case, such as {@code field-dropped}
 * @param description what the mock does
 * @param needsState whether the fault requires a mock with state
 * @param behavior creates the behavior, a new one for each activation
 */
public record Fault(
        String id,
        String operationId,
        String kind,
        String description,
        boolean needsState,
        Supplier<FaultBehavior> behavior) {
    /** Creates a fault for all mocks. */
    public Fault(String id, String operationId, String kind, String description, Supplier<FaultBehavior> behavior) {
        this(id, operationId, kind, description, false, behavior);
    }

    /** Returns a copy for mocks with state only. */
    public Fault needingState() {
        return new Fault(id, operationId, kind, description, true, behavior);
    }

    /** Returns the {@code id}. */
    @Override
    public String toString() {
        return id;
    }
}
