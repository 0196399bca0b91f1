/** What case sources, checks and flows implement, and what the engine offers them. */
@NullMarked
package dev.core7.conformance.spi;

import org.jspecify.annotations.NullMarked;
