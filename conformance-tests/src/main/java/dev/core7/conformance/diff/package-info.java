/** Reports compared, clause by clause: two of one server, or one with its own transcript. */
@NullMarked
package dev.core7.conformance.diff;

import org.jspecify.annotations.NullMarked;
