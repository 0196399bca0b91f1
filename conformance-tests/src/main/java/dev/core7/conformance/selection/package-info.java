/** Selects what a run sends and judges: operations, cases, shards, and the lanes that run in parallel. */
@NullMarked
package dev.core7.conformance.selection;

import org.jspecify.annotations.NullMarked;
