package dev.core7.conformance.target;

import dev.core7.contract.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The valid keys of a target, and those that it has revoked; selects the key that proves most for an operation. */
public final class Keyring {
    private final List<Key> keys;
    private final List<Key> revoked;
    private final Map<String, String> parameters;

    /** The keys of {@code target}. */
    public Keyring(Target target) {
        this.keys = target.keys().stream().filter(key -> !key.revoked()).toList();
        this.revoked = target.keys().stream().filter(Key::revoked).toList();
        this.parameters = target.parameters();
    }

    /**
     * The key for an operation with no unneeded scope of the same object, if there is one, then with the fewest scopes; empty if
     * no key may call it.
     */
    public Optional<Key> minimal(Operation operation) {
        return keys.stream()
                .filter(key -> usableFor(key, operation) && key.holds(operation.scopes()))
                .min(Comparator.comparing((Key key) -> !proves(key, operation.scopes()))
                        .thenComparing(Key::holdsEverything)
                        .thenComparing(key -> key.scopes().size())
                        .thenComparing(Key::name));
    }

    /** Another key that may call an operation, if possible of another user; empty if there is none. */
    public Optional<Key> another(Operation operation, Key than) {
        return keys.stream()
                .filter(key -> usableFor(key, operation) && key.holds(operation.scopes()) && !key.equals(than))
                .min(Comparator.comparing((Key key) -> key.user().equals(than.user()))
                        .thenComparing(key -> key.scopes().size())
                        .thenComparing(Key::name));
    }

    /**
     * A key by which a server may allow the operation, such as one whose write scope covers the read scope; empty if there is
     * none.
     */
    public Optional<Key> covering(Operation operation) {
        return keys.stream()
                .filter(key ->
                        usableFor(key, operation) && operation.scopes().stream().allMatch(key::covers))
                .min(Comparator.comparing((Key key) -> key.scopes().size()).thenComparing(Key::name));
    }

    /** The reason that is reported if no key may call the operation. */
    public static String missing(Operation operation) {
        return "no key that holds " + String.join(" and ", operation.scopes()) + ": add one to keys in the target file";
    }

    /**
     * Whether an accepted {@code key} proves that {@code needed} suffices. It must have no other scope that a server could
     * require by mistake: no other scope of the same object, and not all scopes.
     */
    public static boolean proves(Key key, Set<String> needed) {
        return !key.holdsEverything()
                && key.scopes().stream()
                        .filter(scope -> !needed.contains(scope))
                        .noneMatch(scope ->
                                needed.stream().anyMatch(need -> object(need).equals(object(scope))));
    }

    /**
     * The keys that lack {@code scope}. Keys whose scopes are a subset of those of another such key are omitted: a server that
     * refuses the larger key also refuses them.
     */
    public List<Key> lacking(String scope, Operation operation) {
        var lacking = keys.stream()
                .filter(key -> usableFor(key, operation) && !key.covers(scope))
                .toList();
        return lacking.stream()
                .filter(key -> lacking.stream().noneMatch(other -> exceeds(other, key, lacking)))
                .toList();
    }

    /** The key that lacks {@code scope}, and if possible no other scope of the operation; empty if there is none. */
    public Optional<Key> lackingOnly(String scope, Operation operation) {
        return lacking(scope, operation).stream()
                .min(Comparator.comparing(key -> operation.scopes().stream()
                        .filter(needed -> !key.covers(needed))
                        .count()));
    }

    /** The keys with the scopes of an operation that are limited to another project, those of the user of the right key first. */
    public List<Key> foreign(Operation operation) {
        var user = minimal(operation).flatMap(Key::user);
        return foreign().stream()
                .filter(key -> key.holds(operation.scopes()))
                .sorted(Comparator.comparing(
                        (Key key) -> user.isPresent() && !key.user().equals(user)))
                .toList();
    }

    /** The keys that are limited to a project other than the one under test. */
    public List<Key> foreign() {
        return keys.stream().filter(this::isForeign).toList();
    }

    /**
     * The revoked key that had the scopes of the operation, so that only its revocation is a reason to refuse it; empty if the
     * target file has none.
     */
    public Optional<Key> revoked(Operation operation) {
        return revoked.stream()
                .filter(key -> usableFor(key, operation) && key.holds(operation.scopes()))
                .findFirst();
    }

    private static boolean exceeds(Key other, Key key, List<Key> order) {
        boolean same = other.scopes().equals(key.scopes());
        return same ? order.indexOf(other) < order.indexOf(key) : other.scopes().containsAll(key.scopes());
    }

    private boolean usableFor(Key key, Operation operation) {
        return !isForeign(key)
                && (key.project().isEmpty()
                        || operation.pathParameters().stream()
                                .anyMatch(p -> p.name().equals("project_id")));
    }

    private boolean isForeign(Key key) {
        return key.project().isPresent() && !key.project().get().equals(parameters.get("project_id"));
    }

    private static String object(String scope) {
        return scope.substring(0, Math.max(scope.indexOf(':'), 0));
    }
}
