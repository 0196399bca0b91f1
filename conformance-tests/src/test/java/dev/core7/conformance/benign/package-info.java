/** A correct server of its own state, in many shapes: none of them may be blamed. */
@NullMarked
package dev.core7.conformance.benign;

import org.jspecify.annotations.NullMarked;
