/** Runs that are split over several machines: the file of each shard, and the report of all shards together. */
@NullMarked
package dev.core7.conformance.shard;

import org.jspecify.annotations.NullMarked;
