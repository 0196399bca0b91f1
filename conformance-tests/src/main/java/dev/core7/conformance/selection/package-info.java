/** Which part of a run is sent and judged: operations, cases, shards, and the lanes that run in parallel. */
@NullMarked
package dev.core7.conformance.selection;

import org.jspecify.annotations.NullMarked;
