/** Report formats, one per file. */
@NullMarked
package dev.core7.conformance.report;

import org.jspecify.annotations.NullMarked;
