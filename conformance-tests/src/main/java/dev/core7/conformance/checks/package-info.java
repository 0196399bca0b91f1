/** Checks of single exchanges: one clause per file, named after its id. */
@NullMarked
package dev.core7.conformance.checks;

import org.jspecify.annotations.NullMarked;
