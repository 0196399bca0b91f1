package dev.core7.mock.auth;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Finds the key that a text stands for. */
public final class KnownKeys {
    private final Set<String> scopes;
    private final Supplier<Set<String>> allScopes;
    private final boolean acceptsAny;

    /**
     * Creates the keys of a mock.
     *
     * @param scopes the scopes of the contract
     * @param allScopes also those of its neighbours; called only for a key that the contract's scopes do not explain
     * @param acceptsAny whether every other text is a key with all scopes
     */
    public KnownKeys(Set<String> scopes, Supplier<Set<String>> allScopes, boolean acceptsAny) {
        this.scopes = scopes;
        this.allScopes = allScopes;
        this.acceptsAny = acceptsAny;
    }

    /** Returns the key with a text; empty if there is none. A revoked key never exists. */
    public Optional<MockKey> find(String text) {
        return MockKey.parse(text, scopes).or(() -> MockKey.hasForm(text) ? parse(text) : other());
    }

    private Optional<MockKey> parse(String text) {
        return MockKey.parse(text, allScopes.get());
    }

    private Optional<MockKey> other() {
        return acceptsAny ? Optional.of(MockKey.everything()) : Optional.empty();
    }
}
