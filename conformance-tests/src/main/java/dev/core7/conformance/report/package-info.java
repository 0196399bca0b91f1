/** How a run is told: one format per file. */
@NullMarked
package dev.core7.conformance.report;

import org.jspecify.annotations.NullMarked;
