/** Faults derived from the contract, family by family. Imports the mock and the contract; the mock does not know it. */
@NullMarked
package dev.core7.mock.fault;

import org.jspecify.annotations.NullMarked;
