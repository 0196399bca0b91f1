package dev.core7.contract;

import org.jspecify.annotations.Nullable;

/** A named example of a request or response body, as a plain value. */
public record Example(String name, @Nullable Object value) {}
