/** Where requests come from: one kind of question per file, asked of every operation, derived from the contract alone. */
@NullMarked
package dev.core7.conformance.cases;

import org.jspecify.annotations.NullMarked;
