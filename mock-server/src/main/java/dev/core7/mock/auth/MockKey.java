package dev.core7.mock.auth;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A personal API key of the mock, which carries its scopes in its text: {@code phx_mock.annotation:read+cohort:read};
 * {@code phx_mock.*} holds every scope; {@code phx_mock@2.*} too, but in project 2 only.
 *
 * @param scopes the scopes it was given, or {@code *} for all
 * @param project the only project it may enter; empty: every project
 */
public record MockKey(List<String> scopes, Optional<String> project) {
    /** The scope that stands for all scopes. */
    public static final String ALL = "*";

    private static final String READ = ":read";
    private static final Pattern TEXT = Pattern.compile("phx_mock(?:@(\\d+))?\\.([^.]+)");
    private static final Pattern SCOPE = Pattern.compile("([a-z_]+):(?:read|write)");

    /** {@code scopes} is copied. */
    public MockKey {
        scopes = List.copyOf(scopes);
    }

    /**
     * Reads a key's text.
     *
     * @param known the scopes of the contract: a key that names another object than they do is no key
     * @return nothing where the text is no key of the mock
     */
    public static Optional<MockKey> parse(String text, Collection<String> known) {
        Matcher key = TEXT.matcher(text);
        if (!key.matches()) {
            return Optional.empty();
        }
        var scopes = List.of(key.group(2).split("\\+", -1));
        return scopes.stream().allMatch(scope -> isKnown(scope, known))
                ? Optional.of(new MockKey(scopes, Optional.ofNullable(key.group(1))))
                : Optional.empty();
    }

    /** The key that holds every scope in every project. */
    public static MockKey everything() {
        return new MockKey(List.of(ALL), Optional.empty());
    }

    /** Whether a scope is {@code *}, or reads or writes an object that some scope of the contract names. */
    static boolean isKnown(String scope, Collection<String> known) {
        Matcher parts = SCOPE.matcher(scope);
        return scope.equals(ALL)
                || parts.matches() && known.stream().anyMatch(other -> other.startsWith(parts.group(1) + ":"));
    }

    /** The text that a client sends as {@code Authorization: Bearer <text>}. */
    public String text() {
        return "phx_mock" + project.map(id -> "@" + id).orElse("") + "." + String.join("+", scopes);
    }

    /** Whether it holds a scope: {@code *} covers every scope, {@code x:write} covers {@code x:read}. */
    public boolean holds(String scope) {
        return scopes.contains(ALL)
                || scopes.contains(scope)
                || scope.endsWith(READ)
                        && scopes.contains(scope.substring(0, scope.length() - READ.length()) + ":write");
    }

    /** The first of several scopes that it does not hold. */
    public Optional<String> firstMissing(Set<String> needed) {
        return needed.stream().filter(scope -> !holds(scope)).findFirst();
    }
}
