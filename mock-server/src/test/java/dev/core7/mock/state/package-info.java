/** What the state promises for any contract. */
@NullMarked
package dev.core7.mock.state;

import org.jspecify.annotations.NullMarked;
