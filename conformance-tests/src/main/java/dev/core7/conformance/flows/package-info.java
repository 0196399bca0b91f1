/** Behaviour across requests: workflows of the Arazzo document are played, and each criterion becomes a result. */
@NullMarked
package dev.core7.conformance.flows;

import org.jspecify.annotations.NullMarked;
