package dev.core7.mock.state;

/**
 * Where the objects of one kind are kept.
 *
 * @param place the project, or whatever else the path names before the kind
 * @param resource the kind, such as {@code cohorts}
 */
public record CollectionKey(String place, String resource) {}
