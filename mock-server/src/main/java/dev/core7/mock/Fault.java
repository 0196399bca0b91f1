package dev.core7.mock;

import java.util.function.Supplier;

/**
 * One deliberate mistake in one operation, which a {@link MockServer} plays on request.
 *
 * @param id operation, kind and variant, such as {@code annotations_list/field-dropped/results.0.created_by.uuid}; stable
 * @param operationId the operation that is wrong
 * @param kind what is wrong, in kebab-case, such as {@code field-dropped}
 * @param description what the mock does, as a sentence for people
 * @param needsState whether only a mock that keeps state can play it
 * @param defect a fresh defect for each time it is played
 */
public record Fault(
        String id, String operationId, String kind, String description, boolean needsState, Supplier<Defect> defect) {
    /** A fault that every mock can play. */
    public Fault(String id, String operationId, String kind, String description, Supplier<Defect> defect) {
        this(id, operationId, kind, description, false, defect);
    }

    /** The same for a mock that keeps state only. */
    public Fault needingState() {
        return new Fault(id, operationId, kind, description, true, defect);
    }

    /** The fault's {@code id}. */
    @Override
    public String toString() {
        return id;
    }
}
