/** The mock in a JUnit test. */
@NullMarked
package dev.core7.mock.junit;

import org.jspecify.annotations.NullMarked;
