/** Tests that generated data is valid for every schema. */
@NullMarked
package dev.core7.mock.data;

import org.jspecify.annotations.NullMarked;
