/** Records on disk what a run creates, before it is created, so that an aborted run can be cleaned up. */
@NullMarked
package dev.core7.conformance.ledger;

import org.jspecify.annotations.NullMarked;
