/** What a run has sent and seen of the contract, and which clauses judge each of its statements. */
@NullMarked
package dev.core7.conformance.coverage;

import org.jspecify.annotations.NullMarked;
