/** The report package, seen from outside. */
@NullMarked
package dev.core7.conformance.report;

import org.jspecify.annotations.NullMarked;
