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
 * Splits a run into lanes that can run in parallel: one for each resource, with the behaviours that use only this resource. The
 * order within a lane is kept, because its requests create, read, change, count and list the same objects.
 *
 * @param across the behaviours that use several resources, or depend on one that does; they run after all lanes
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

    /** The resource of each behaviour that uses only one. */
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
     * The operations whose documented requests are sent too, so that the judged operations find the same objects as in a
     * complete run: those that create, change or list objects of the same resources, but do not delete them.
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

    /** Operations that use the same objects according to the contract, and their fixtures. */
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

        /** Whether the path of one is nested in that of the other, or a link of its response leads to the other. */
        private static boolean leads(Operation from, Operation to) {
            return to.path().startsWith(from.path())
                    || from.success().links().stream()
                            .anyMatch(link -> link.operationId().equals(to.id()));
        }
    }
}
