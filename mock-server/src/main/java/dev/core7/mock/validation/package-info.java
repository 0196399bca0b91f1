/** Compares requests with the contract and records what breaks it. */
@NullMarked
package dev.core7.mock.validation;

import org.jspecify.annotations.NullMarked;
