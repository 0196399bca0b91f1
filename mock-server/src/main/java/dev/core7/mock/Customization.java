package dev.core7.mock;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a user adds to a mock.
 *
 * @param mappings the folder with WireMock's stubs; empty: none
 * @param seedFile the file with the initial objects; empty: they are derived from the contract's examples
 * @param acceptsAnyKey whether a text that is not a key of the mock is a key with all scopes
 */
public record Customization(Optional<Path> mappings, Optional<Path> seedFile, boolean acceptsAnyKey) {
    /** Returns no additions. */
    public static Customization none() {
        return new Customization(Optional.empty(), Optional.empty(), false);
    }
}
