/** The command line. */
@NullMarked
package dev.core7.conformance.cli;

import org.jspecify.annotations.NullMarked;
