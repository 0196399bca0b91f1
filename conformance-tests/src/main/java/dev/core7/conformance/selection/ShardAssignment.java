package dev.core7.conformance.selection;

import java.util.Set;

/**
 * The part of a run that one shard judges.
 *
 * @param operations the ids of the operations
 * @param behaviours the ids of the behaviours
 * @param setUp the ids of operations whose documented requests are sent, whether they are judged or not
 */
public record ShardAssignment(Set<String> operations, Set<String> behaviours, Set<String> setUp) {}
