/** Comparison of reports: two reports of one server, or a report and its own transcript. */
@NullMarked
package dev.core7.conformance.diff;

import org.jspecify.annotations.NullMarked;
