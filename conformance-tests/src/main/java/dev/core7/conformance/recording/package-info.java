/** Reads the JSON files that a run has written. */
@NullMarked
package dev.core7.conformance.recording;

import org.jspecify.annotations.NullMarked;
