package dev.core7.mock.validation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The stored objects that decide whether a request is valid. */
public interface StoredFields {
    /** Stands for a mock that stores nothing. */
    StoredFields NONE = new StoredFields() {
        @Override
        public boolean isKnown() {
            return false;
        }

        @Override
        public Optional<Map<String, @Nullable Object>> addressed() {
            return Optional.empty();
        }

        @Override
        public Collection<Map<String, @Nullable Object>> siblings() {
            return List.of();
        }
    };

    /** Returns whether the mock stores objects of this kind. */
    boolean isKnown();

    /** Returns the fields of the object that the request addresses; empty if it addresses none. */
    Optional<Map<String, @Nullable Object>> addressed();

    /** Returns the fields of all objects in the collection that the request addresses. */
    Collection<Map<String, @Nullable Object>> siblings();
}
