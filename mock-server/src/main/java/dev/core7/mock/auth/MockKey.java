package dev.core7.mock.auth;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A personal API key of the mock. Its text contains its scopes: {@code phx_mock.annotation:read+cohort:read};
 * {@code phx_mock.*} holds every scope, {@code phx_mock.none} holds none; {@code phx_mock@2.*} too, but in project 2 only.
 *
 * @param scopes its scopes, or {@code *} for all
 * @param project the only project in which it is valid; empty: all projects
 */
public record MockKey(List<String> scopes, Optional<String> project) {
    /** The scope that includes all scopes. */
    public static final String ALL = "*";

    /** Stands for no scope in the text of a key. */
    private static final String NONE = "none";

    private static final String PREFIX = "phx_mock";
    private static final String REVOKED = "phx_revoked.";
    private static final String READ = ":read";
    private static final Pattern TEXT = Pattern.compile("phx_mock(?:@(\\d+))?\\.([^.]+)");
    private static final Pattern SCOPE = Pattern.compile("([a-z_]+):(?:read|write)");

    /** {@code scopes} is copied. */
    public MockKey {
        scopes = List.copyOf(scopes);
    }

    /**
     * Parses the text of a key.
     *
     * @param known the scopes of the contract; a key with a scope for another object is invalid
     * @return empty if the text is not a key of the mock
     */
    public static Optional<MockKey> parse(String text, Collection<String> known) {
        Matcher key = TEXT.matcher(text);
        if (!key.matches()) {
            return Optional.empty();
        }
        var scopes = key.group(2).equals(NONE)
                ? List.<String>of()
                : List.of(key.group(2).split("\\+", -1));
        return scopes.stream().allMatch(scope -> isKnown(scope, known))
                ? Optional.of(new MockKey(scopes, Optional.ofNullable(key.group(1))))
                : Optional.empty();
    }

    /** Returns whether a text has the form of a key of the mock, revoked or not, whatever its scopes. */
    static boolean hasForm(String text) {
        return text.startsWith(REVOKED) || text.startsWith(PREFIX);
    }

    /** Returns the key with all scopes in all projects. */
    public static MockKey everything() {
        return new MockKey(List.of(ALL), Optional.empty());
    }

    /** Returns whether a scope is {@code *}, or reads or writes an object that a scope of the contract names. */
    static boolean isKnown(String scope, Collection<String> known) {
        if (scope.equals(ALL) || known.contains(scope)) {
            return true;
        }
        Matcher parts = SCOPE.matcher(scope);
        return parts.matches() && known.stream().anyMatch(other -> other.startsWith(parts.group(1) + ":"));
    }

    /** Returns the text of a key that had these scopes, and was revoked: the mock refuses it as unknown. */
    public static String revoked(Collection<String> scopes) {
        return REVOKED + String.join("+", scopes);
    }

    /** Returns the key that a revoked key was; empty if the text is not that of a revoked key. */
    public static Optional<MockKey> parseRevoked(String text, Collection<String> known) {
        return text.startsWith(REVOKED)
                ? parse("phx_mock." + text.substring(REVOKED.length()), known)
                : Optional.empty();
    }

    /** Returns the text that a client sends as {@code Authorization: Bearer <text>}. */
    public String text() {
        return "phx_mock" + project.map(id -> "@" + id).orElse("") + "."
                + (scopes.isEmpty() ? NONE : String.join("+", scopes));
    }

    /** Returns whether it holds a scope: {@code *} includes all scopes, {@code x:write} includes {@code x:read}. */
    public boolean holds(String scope) {
        return scopes.contains(ALL)
                || scopes.contains(scope)
                || scope.endsWith(READ)
                        && scopes.contains(scope.substring(0, scope.length() - READ.length()) + ":write");
    }

    /** Returns the first of several scopes that it does not hold. */
    public Optional<String> firstMissing(Set<String> needed) {
        return needed.stream().filter(scope -> !holds(scope)).findFirst();
    }
}
