/** Legal and illegal values that a schema implies, and how to combine them in few requests. */
@NullMarked
package dev.core7.conformance.inputs;

import org.jspecify.annotations.NullMarked;
