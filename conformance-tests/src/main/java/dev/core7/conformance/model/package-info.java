/** What a run has done to its objects, derived from its exchanges, and what every later response has to show of them. */
@NullMarked
package dev.core7.conformance.model;

import org.jspecify.annotations.NullMarked;
