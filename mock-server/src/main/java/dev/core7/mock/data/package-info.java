/** Generates data that a schema allows. */
@NullMarked
package dev.core7.mock.data;

import org.jspecify.annotations.NullMarked;
