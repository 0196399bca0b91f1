package dev.core7.conformance.target;

import java.util.Optional;
import java.util.Set;

/**
 * An API key of the target. Its value is a secret: it reaches the transport and nothing else.
 *
 * @param name what reports call it
 * @param value the secret
 * @param scopes what it was made with; {@code *} is everything
 * @param project the only project it may be used in, where it is limited to one
 * @param variable the environment variable that curl lines take its value from
 */
public record Key(String name, String value, Set<String> scopes, Optional<String> project, String variable) {
    /** The scope that stands for every scope. */
    public static final String EVERYTHING = "*";

    /** {@code scopes} is copied. */
    public Key {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it was made with everything. */
    public boolean holdsEverything() {
        return scopes.contains(EVERYTHING);
    }

    /** Whether a server may accept it where {@code scope} is needed; {@code x:write} may cover {@code x:read}. */
    public boolean covers(String scope) {
        return holdsEverything()
                || scopes.contains(scope)
                || scope.endsWith(":read") && scopes.contains(scope.replace(":read", ":write"));
    }

    /** Whether every needed scope was given to it by name, so that no server may refuse it. */
    public boolean holds(Set<String> needed) {
        return holdsEverything() || scopes.containsAll(needed);
    }

    /**
     * Whether it ends in something else than a letter or digit: with padding at its end, a text in base64 may stand for the same
     * bytes when it is cut or goes on.
     */
    public boolean isPadded() {
        return !value.matches("\\S+[A-Za-z0-9]");
    }

    /** The name alone: a key must not be printed by accident. */
    @Override
    public String toString() {
        return name;
    }
}
