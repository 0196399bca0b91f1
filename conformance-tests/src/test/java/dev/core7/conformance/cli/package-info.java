/** The cli package, seen from outside. */
@NullMarked
package dev.core7.conformance.cli;

import org.jspecify.annotations.NullMarked;
