/** The suite as a JUnit test of another project. */
@NullMarked
package dev.core7.conformance.junit;

import org.jspecify.annotations.NullMarked;
