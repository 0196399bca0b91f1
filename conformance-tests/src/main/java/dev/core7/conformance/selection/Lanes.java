package dev.core7.conformance.selection;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run in parts that may be played at once, for none depends on another: a lane for each resource, with the behaviours that
 * deal with it alone. Within a lane all keeps its order: what is created there is read, changed, counted and listed there.
 *
 * @param across the behaviours that deal with several resources, or build on one that does: they come after all lanes
 */
public record Lanes(List<Lane> lanes, List<Behaviour> across) {
    /** The cases and behaviours of one resource. */
    public record Lane(List<Case> cases, List<Behaviour> behaviours) {}

    /** The lanes of a run, in the order of the contract. */
    public static Lanes of(Contract contract, List<Case> cases, List<Behaviour> behaviours) {
        var resources = resources(contract);
        var homes = homes(resources, behaviours);
        var lanes = resources.stream()
                .map(resource -> new Lane(
                        cases.stream()
                                .filter(each -> resource.has(each.operation()))
                                .toList(),
                        behaviours.stream()
                                .filter(b -> homes.get(b.id()) == resource)
                                .toList()))
                .toList();
        return new Lanes(
                lanes,
                behaviours.stream().filter(b -> !homes.containsKey(b.id())).toList());
    }

    /** The resource of each behaviour that has one alone. */
    private static Map<String, Resource> homes(List<Resource> resources, List<Behaviour> behaviours) {
        var homes = new HashMap<String, Resource>();
        for (Behaviour behaviour : behaviours) {
            resources.stream()
                    .filter(resource -> Stream.of(behaviour.operations(), behaviour.looksInto())
                            .flatMap(List::stream)
                            .allMatch(resource::has))
                    .filter(resource -> behaviour.dependsOn().stream().allMatch(id -> homes.get(id) == resource))
                    .findFirst()
                    .ifPresent(resource -> homes.put(behaviour.id(), resource));
        }
        return homes;
    }

    /**
     * The operations whose documented requests are sent, so that these find what they would in the whole run: whatever makes
     * or lists something in the same resources, unless it takes it away.
     */
    static Set<String> setUp(Contract contract, Set<String> judged) {
        return resources(contract).stream()
                .map(Resource::operations)
                .filter(resource -> resource.stream().map(Operation::id).anyMatch(judged::contains))
                .flatMap(List::stream)
                .filter(operation ->
                        !operation.isSafe() || !operation.success().links().isEmpty())
                .filter(operation -> !operation.method().equals("DELETE"))
                .map(Operation::id)
                .collect(Collectors.toSet());
    }

    private static List<Resource> resources(Contract contract) {
        var resources = new ArrayList<Resource>();
        for (Operation operation : contract.operations()) {
            var joined = new Resource(
                    new ArrayList<>(List.of(operation)),
                    new HashSet<>(operation.fixtures().keySet()));
            resources.removeIf(other -> other.touches(joined) && joined.take(other));
            resources.add(joined);
        }
        return resources;
    }

    /** Operations that work on the same objects, as far as the contract shows it, and the fixtures that they use. */
    private record Resource(List<Operation> operations, Set<String> fixtures) {
        boolean has(Operation operation) {
            return operations.stream().anyMatch(o -> o.id().equals(operation.id()));
        }

        boolean touches(Resource other) {
            return !Collections.disjoint(fixtures, other.fixtures)
                    || operations.stream()
                            .anyMatch(a -> other.operations.stream().anyMatch(b -> leads(a, b) || leads(b, a)));
        }

        boolean take(Resource other) {
            return operations.addAll(0, other.operations) | fixtures.addAll(other.fixtures);
        }

        /** The path of one lies below that of the other, or a link of its answer leads there. */
        private static boolean leads(Operation from, Operation to) {
            return to.path().startsWith(from.path())
                    || from.success().links().stream()
                            .anyMatch(link -> link.operationId().equals(to.id()));
        }
    }
}
