package dev.core7.conformance.target;

import java.util.Optional;
import java.util.Set;

/**
 * An API key of the target. Its value is a secret that only the transport may read.
 *
 * @param name its name in the target file and in reports
 * @param value the secret
 * @param scopes the scopes that it was created with; {@code *} stands for all
 * @param project the project that it is limited to; empty if it is not limited
 * @param variable the environment variable that holds its value in curl lines
 * @param user the id, UUID or email address of its user; empty if unknown
 * @param revoked whether it was valid once, and the server must refuse it now
 */
public record Key(
        String name,
        String value,
        Set<String> scopes,
        Optional<String> project,
        String variable,
        Optional<String> user,
        boolean revoked) {
    /** The scope that stands for all scopes. */
    public static final String EVERYTHING = "*";

    /** {@code scopes} is copied. */
    public Key {
        scopes = Set.copyOf(scopes);
    }

    /** A valid key. */
    public Key(
            String name,
            String value,
            Set<String> scopes,
            Optional<String> project,
            String variable,
            Optional<String> user) {
        this(name, value, scopes, project, variable, user, false);
    }

    /** A valid key whose user is unknown. */
    public Key(String name, String value, Set<String> scopes, Optional<String> project, String variable) {
        this(name, value, scopes, project, variable, Optional.empty());
    }

    /** Whether it was created with all scopes. */
    public boolean holdsEverything() {
        return scopes.contains(EVERYTHING);
    }

    /** Whether a server may accept it for {@code scope}; {@code x:write} may cover {@code x:read}. */
    public boolean covers(String scope) {
        return holdsEverything()
                || scopes.contains(scope)
                || scope.endsWith(":read") && scopes.contains(scope.replace(":read", ":write"));
    }

    /** Whether it has every needed scope, so that no server may refuse it. */
    public boolean holds(Set<String> needed) {
        return holdsEverything() || scopes.containsAll(needed);
    }

    /**
     * Whether it ends with a character other than a letter or digit. A base64 text with padding may decode to the same bytes if
     * characters are removed from its end or added.
     */
    public boolean isPadded() {
        return !value.matches("\\S+[A-Za-z0-9]");
    }

    /**
     * Whether a server may treat its upper-case form as the same key: it has no lower-case letters, or it may be a number in
     * hexadecimal digits, which a server may decode before it looks it up.
     */
    public boolean isCaseless() {
        return value.matches("[^a-z]*|[0-9A-Fa-f-]*");
    }

    /** Returns only the name, so that the secret is never printed by accident. */
    @Override
    public String toString() {
        return name;
    }
}
