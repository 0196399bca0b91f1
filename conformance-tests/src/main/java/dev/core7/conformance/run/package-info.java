/** The engine of a run: sends cases, records exchanges, cleans up, and judges them. */
@NullMarked
package dev.core7.conformance.run;

import org.jspecify.annotations.NullMarked;
