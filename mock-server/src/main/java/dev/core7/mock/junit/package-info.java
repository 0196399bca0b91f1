/** The mock in a JUnit test. Imports the mock and the contract. */
@NullMarked
package dev.core7.mock.junit;

import org.jspecify.annotations.NullMarked;
