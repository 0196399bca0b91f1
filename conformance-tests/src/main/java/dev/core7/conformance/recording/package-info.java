/** Reads the JSON files that a run has written, and converts exchanges and keys to and from their JSON format. */
@NullMarked
package dev.core7.conformance.recording;

import org.jspecify.annotations.NullMarked;
