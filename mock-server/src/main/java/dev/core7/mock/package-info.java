/** The mock for Java users: start it, set options, stop it. */
@NullMarked
package dev.core7.mock;

import org.jspecify.annotations.NullMarked;
