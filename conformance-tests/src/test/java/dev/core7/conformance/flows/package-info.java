/** Tests of the flows as they are played. */
@NullMarked
package dev.core7.conformance.flows;

import org.jspecify.annotations.NullMarked;
