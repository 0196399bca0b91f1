/** Tests of the state, which must work for every contract. */
@NullMarked
package dev.core7.mock.state;

import org.jspecify.annotations.NullMarked;
