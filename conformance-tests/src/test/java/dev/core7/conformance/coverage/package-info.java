/** What a run has exercised of the contract, on exchanges that were made up for it. */
@NullMarked
package dev.core7.conformance.coverage;

import org.jspecify.annotations.NullMarked;
