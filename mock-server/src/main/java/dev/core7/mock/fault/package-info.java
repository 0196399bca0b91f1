/** Faults that are derived from the contract, one family per class, and that a mock makes on request. */
@NullMarked
package dev.core7.mock.fault;

import org.jspecify.annotations.NullMarked;
