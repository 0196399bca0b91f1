/** The server under test as its target file describes it: address, API keys, lent objects. */
@NullMarked
package dev.core7.conformance.target;

import org.jspecify.annotations.NullMarked;
