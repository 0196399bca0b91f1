/** Behaviour across requests: the Arazzo document as records, and the small language of its conditions. */
@NullMarked
package dev.core7.contract.flow;

import org.jspecify.annotations.NullMarked;
