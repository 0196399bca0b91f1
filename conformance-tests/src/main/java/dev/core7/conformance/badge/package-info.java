/** The verdict as a badge. */
@NullMarked
package dev.core7.conformance.badge;

import org.jspecify.annotations.NullMarked;
