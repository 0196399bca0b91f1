/** Tests of the http package. */
@NullMarked
package dev.core7.conformance.http;

import org.jspecify.annotations.NullMarked;
