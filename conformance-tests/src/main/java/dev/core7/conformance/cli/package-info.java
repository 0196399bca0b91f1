/** The command line: one of the two doors. */
@NullMarked
package dev.core7.conformance.cli;

import org.jspecify.annotations.NullMarked;
