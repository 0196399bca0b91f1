/** Runs that are split over machines: what each shard keeps, and one report of all. */
@NullMarked
package dev.core7.conformance.shard;

import org.jspecify.annotations.NullMarked;
