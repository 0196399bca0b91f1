/** Outcomes, findings and results of checks, and the verdict. */
@NullMarked
package dev.core7.conformance.result;

import org.jspecify.annotations.NullMarked;
