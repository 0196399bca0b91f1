/** The suite inside a project's own JUnit tests: the other door. */
@NullMarked
package dev.core7.conformance.junit;

import org.jspecify.annotations.NullMarked;
