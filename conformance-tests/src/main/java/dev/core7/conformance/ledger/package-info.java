/** What a run has created, on disk before it is created: so that a killed run can be cleaned up. */
@NullMarked
package dev.core7.conformance.ledger;

import org.jspecify.annotations.NullMarked;
