/** Executes the workflows of the Arazzo document. Each criterion becomes a result. */
@NullMarked
package dev.core7.conformance.flows;

import org.jspecify.annotations.NullMarked;
