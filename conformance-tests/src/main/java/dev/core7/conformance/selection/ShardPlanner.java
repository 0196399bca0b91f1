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
 * Splits a run evenly into shards. An operation stays whole, for its refusals count beside its documented request only; a
 * behaviour stays with those it depends on, with the operations whose answers it searches, and with those that use up fixtures
 * as it does. All else may be apart: a shard sends the documented writes and lists of its resources too, so that each operation
 * sees what it would in the whole run.
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

    /** What is not split, and about how many requests it takes. */
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
     * The share of a shard: the largest units are dealt first, each to the shard that has least.
     *
     * @throws InputException where there is nothing left for it
     */
    public ShardAssignment of(Shard shard) {
        var units = units();
        if (shard.of() > units.size()) {
            throw new InputException("--shard " + shard + ": the run has " + units.size()
                    + " parts only: split it into no more than that");
        }
        units.sort(Comparator.comparing(unit -> -unit.requests()));
        var assignments = new ArrayList<Unit>();
        for (int i = 0; i < shard.of(); i++) {
            assignments.add(units.get(i));
        }
        for (Unit unit : units.subList(shard.of(), units.size())) {
            var least =
                    assignments.stream().min(Comparator.comparing(Unit::requests)).orElseThrow();
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
