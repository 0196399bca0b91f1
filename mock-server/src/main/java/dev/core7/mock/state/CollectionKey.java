package dev.core7.mock.state;

/**
 * Identifies a collection of objects.
 *
 * @param parent the project, or other parameters of the path before the collection
 * @param resource the kind, such as {@code cohorts}
 */
public record CollectionKey(String parent, String resource) {}
