/** What the reports promise, shown on runs that were made up for it. */
@NullMarked
package dev.core7.conformance.report;

import org.jspecify.annotations.NullMarked;
