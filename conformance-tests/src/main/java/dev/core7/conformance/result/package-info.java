/** What a check says of an exchange, and the verdict that follows from all results. */
@NullMarked
package dev.core7.conformance.result;

import org.jspecify.annotations.NullMarked;
