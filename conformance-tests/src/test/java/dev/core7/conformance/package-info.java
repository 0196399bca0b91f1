/** What the outer proofs share: odd servers, targets, and the rules of the house. */
@NullMarked
package dev.core7.conformance;

import org.jspecify.annotations.NullMarked;
