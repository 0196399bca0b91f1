/** Stored objects, as the contract describes them. Knows no HTTP server. */
@NullMarked
package dev.core7.mock.state;

import org.jspecify.annotations.NullMarked;
