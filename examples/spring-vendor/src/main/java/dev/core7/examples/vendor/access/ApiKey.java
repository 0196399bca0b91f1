package dev.core7.examples.vendor.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A personal API key.
 *
 * @param name the name in target files
 * @param value the secret
 * @param user the name of its owner
 * @param scopes the scopes of the key; {@code *} means all scopes
 * @param project the only project that the key can access; null means all projects
 */
public record ApiKey(
        String name,
        String value,
        String user,
        Set<String> scopes,
        @Nullable Integer project) {
    /** Returns whether the key has a scope. A write scope includes the read scope. */
    boolean holds(String scope) {
        return scopes.contains("*")
                || scopes.contains(scope)
                || scope.endsWith(":read") && scopes.contains(scope.replace(":read", ":write"));
    }

    /** Returns whether the key can access a project. */
    boolean reaches(int id) {
        return project == null || project == id;
    }

    /** Returns only the name, so that logs do not contain the secret. */
    @Override
    public String toString() {
        return name;
    }
}
