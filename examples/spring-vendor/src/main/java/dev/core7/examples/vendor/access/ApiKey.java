package dev.core7.examples.vendor.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A personal API key.
 *
 * @param name what people call it
 * @param value the secret
 * @param user the name of its owner
 * @param scopes what it was made with; {@code *} is everything
 * @param project the only project it may be used in, where it is limited to one
 */
public record ApiKey(
        String name,
        String value,
        String user,
        Set<String> scopes,
        @Nullable Integer project) {
    /** Whether it may do what {@code scope} says; who may write may read. */
    boolean holds(String scope) {
        return scopes.contains("*")
                || scopes.contains(scope)
                || scope.endsWith(":read") && scopes.contains(scope.replace(":read", ":write"));
    }

    /** Whether it may be used in a project. */
    boolean reaches(int id) {
        return project == null || project == id;
    }

    /** The name alone: a secret must not be printed by accident. */
    @Override
    public String toString() {
        return name;
    }
}
