package dev.core7.mock.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next the address of the page after it; null: it is the last
 * @param previous the address of the page before it; null: it is the first
 */
record Page(
        List<Kept> rows, @Nullable String next, @Nullable String previous) {}
