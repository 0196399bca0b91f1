/** The http package, seen from outside. */
@NullMarked
package dev.core7.conformance.http;

import org.jspecify.annotations.NullMarked;
