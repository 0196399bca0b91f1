/** Failures that are known: each with its reason, and each has to go on failing. */
@NullMarked
package dev.core7.conformance.baseline;

import org.jspecify.annotations.NullMarked;
