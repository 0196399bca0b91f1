@NullMarked
package dev.core7.conformance.ledger;

import org.jspecify.annotations.NullMarked;
