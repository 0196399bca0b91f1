/** The junit package, seen from outside. */
@NullMarked
package dev.core7.conformance.junit;

import org.jspecify.annotations.NullMarked;
