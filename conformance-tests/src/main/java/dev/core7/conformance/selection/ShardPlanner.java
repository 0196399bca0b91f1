package dev.core7.conformance.selection;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits a run into shards of similar size. An operation is never split, because its refusals count only together with its
 * documented request. A behaviour stays with the behaviours that it depends on, the operations whose responses it searches, and
 * the deleting operations that it calls. Everything else may be in another shard: each shard also sends the documented writes
 * and lists of its resources, so that an operation finds the same objects as in a complete run.
 */
public final class ShardPlanner {
    private final Contract contract;
    private final List<Case> cases;
    private final List<Behaviour> behaviours;

    public ShardPlanner(Contract contract, List<Case> cases, List<Behaviour> behaviours) {
        this.contract = contract;
        this.cases = cases;
        this.behaviours = behaviours;
    }

    /** Operations and behaviours that stay together, and the approximate number of their requests. */
    private record Unit(Set<String> operations, Set<String> behaviours, long requests) {
        Unit and(Unit other) {
            return new Unit(
                    union(operations, other.operations),
                    union(behaviours, other.behaviours),
                    requests + other.requests);
        }

        private static Set<String> union(Set<String> some, Set<String> others) {
            var all = new HashSet<>(some);
            all.addAll(others);
            return all;
        }
    }

    /**
     * The part of a shard. The largest units are assigned first, each to the shard with the fewest requests.
     *
     * @throws InputException if there are more shards than units
     */
    public ShardAssignment of(Shard shard) {
        var units = units();
        if (shard.of() > units.size()) {
            throw new InputException(
                    "--shard " + shard + ": this run can be split into at most " + units.size() + " shards");
        }
        units.sort(Comparator.comparing(unit -> -unit.requests()));
        var assignments = new ArrayList<Unit>();
        for (int i = 0; i < shard.of(); i++) {
            assignments.add(units.get(i));
        }
        for (Unit unit : units.subList(shard.of(), units.size())) {
            var least = assignments.stream()
                    .min(Comparator.comparing(Unit::requests))
                    .orElseThrow();
            assignments.set(assignments.indexOf(least), least.and(unit));
        }
        var own = assignments.get(shard.number() - 1);
        return new ShardAssignment(own.operations(), own.behaviours(), Lanes.setUp(contract, own.operations()));
    }

    private List<Unit> units() {
        var units = new ArrayList<Unit>();
        for (Operation operation : contract.operations()) {
            long requests = cases.stream()
                    .filter(each -> each.operation().id().equals(operation.id()))
                    .count();
            units.add(new Unit(Set.of(operation.id()), Set.of(), requests));
        }
        for (Behaviour behaviour : behaviours) {
            var joined = new ArrayList<Unit>();
            units.removeIf(unit -> belongTogether(unit, behaviour) && joined.add(unit));
            units.add(joined.stream().reduce(new Unit(Set.of(), Set.of(behaviour.id()), steps(behaviour)), Unit::and));
        }
        return units;
    }

    private static boolean belongTogether(Unit unit, Behaviour behaviour) {
        return behaviour.dependsOn().stream().anyMatch(unit.behaviours()::contains)
                || behaviour.looksInto().stream().map(Operation::id).anyMatch(unit.operations()::contains)
                || behaviour.operations().stream()
                        .filter(ShardPlanner::deletes)
                        .map(Operation::id)
                        .anyMatch(unit.operations()::contains);
    }

    private static boolean deletes(Operation operation) {
        return operation.method().equals("DELETE") && operation.success().status() / 100 == 2;
    }

    private static long steps(Behaviour behaviour) {
        return behaviour.unplayed(Shard.ELSEWHERE).stream()
                .map(result -> result.sent().id())
                .distinct()
                .count();
    }
}
