/** Faults derived from the contract, family by family, that a mock plays on request. */
@NullMarked
package dev.core7.mock.fault;

import org.jspecify.annotations.NullMarked;
