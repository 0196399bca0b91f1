/** Known failures: each has a reason, and is reported as stale when it does not fail any more. */
@NullMarked
package dev.core7.conformance.baseline;

import org.jspecify.annotations.NullMarked;
