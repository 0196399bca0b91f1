/** Finds the operation for a path, and says which ids in a path exist. */
@NullMarked
package dev.core7.mock.routing;

import org.jspecify.annotations.NullMarked;
