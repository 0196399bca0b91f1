package dev.core7.mock;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a user adds to a mock.
 *
 * @param mappings the folder with WireMock's stubs; empty: none
 * @param seedFile the file with the initial objects; empty: they are derived from the contract's examples
 * @param acceptsAnyKey whether a text that is not a key of the mock is a key with all scopes
 * @param allowed operation id → request fields that are accepted although the contract does not have them
 */
public record Customization(
        Optional<Path> mappings, Optional<Path> seedFile, boolean acceptsAnyKey, Map<String, Set<String>> allowed) {
    /** {@code allowed} is copied. */
    public Customization {
        allowed = Map.copyOf(allowed);
    }

    /** Returns no additions. */
    public static Customization none() {
        return new Customization(Optional.empty(), Optional.empty(), false, Map.of());
    }

    Customization withMappings(Path folder) {
        return new Customization(Optional.of(folder), seedFile, acceptsAnyKey, allowed);
    }

    Customization withSeedFile(Path file) {
        return new Customization(mappings, Optional.of(file), acceptsAnyKey, allowed);
    }

    Customization acceptingAnyKey() {
        return new Customization(mappings, seedFile, true, allowed);
    }

    Customization allowing(String operationId, String field) {
        var more = new HashMap<>(allowed);
        more.merge(operationId, Set.of(field), Customization::union);
        return new Customization(mappings, seedFile, acceptsAnyKey, more);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
