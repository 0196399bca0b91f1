package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Members;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Adds, removes, counts or lists members incorrectly. */
final class MemberFaults implements StateFaultFamily {
    private static final String CSV = "text/csv";

    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        var added = Members.added(operation);
        var removed = Members.removed(operation);
        var faults = new ArrayList<Fault>();
        switch (part.verb()) {
            case CREATE ->
                added.keySet()
                        .forEach(field -> faults.add(FaultFamily.fault(
                                operation,
                                "create-ignores-persons",
                                "makes objects without the members in " + field,
                                StateFaultBehaviors.rerouted(
                                        (action, state) -> PersistenceFaults.without(action, field)))));
            case CHANGE_MEMBERS -> {
                if (!added.isEmpty()) {
                    faults.addAll(adding(operation, added.values()));
                }
                if (!removed.isEmpty()) {
                    faults.addAll(removing(operation, removed.values()));
                }
            }
            case RETRIEVE ->
                part.resource().counting().keySet().forEach(field -> faults.add(miscounted(operation, field)));
            case LIST_MEMBERS -> faults.addAll(tables(operation));
            default -> {}
        }
        return faults;
    }

    private static List<Fault> adding(Operation operation, Collection<String> names) {
        return List.of(
                FaultFamily.fault(operation, "member-not-added", "adds nobody", StateFaultBehaviors.forgotten()),
                FaultFamily.fault(
                        operation,
                        "member-added-twice",
                        "adds each one twice",
                        StateFaultBehaviors.afterwards(
                                (action, state) -> members(action, state, names, MemberFaults::twice))),
                FaultFamily.fault(
                        operation,
                        "dynamic-cohort-takes-members",
                        "adds members to what may have none",
                        FaultBehaviors.granting(Reason.WRONG_KIND, call -> true)));
    }

    private static List<Fault> removing(Operation operation, Collection<String> names) {
        return List.of(
                FaultFamily.fault(operation, "member-not-removed", "removes nobody", StateFaultBehaviors.forgotten()),
                FaultFamily.fault(
                        operation,
                        "all-members-removed",
                        "removes everybody",
                        StateFaultBehaviors.afterwards(
                                (action, state) -> members(action, state, names, all -> List.of()))));
    }

    private static void members(
            Action action, State state, Collection<String> names, UnaryOperator<List<String>> change) {
        for (String name : names) {
            state.object(action)
                    .map(object -> object.withMembers(name, change.apply(object.members(name))))
                    .ifPresent(object -> state.store().put(state.collection(action), object));
        }
    }

    private static List<String> twice(List<String> members) {
        var twice = new ArrayList<>(members);
        twice.addAll(members);
        return twice;
    }

    private static Fault miscounted(Operation operation, String field) {
        return FaultFamily.fault(
                operation,
                "member-count-wrong",
                "counts one member too many",
                StateFaultBehaviors.instead((action, state) -> state.respond(action)
                        .map(reply ->
                                reply.get(field) instanceof Integer count ? reply.with(field, count + 1) : reply)));
    }

    private static List<Fault> tables(Operation operation) {
        return operation.success().content().keySet().stream()
                .filter(CSV::equals)
                .flatMap(csv -> List.of(
                        FaultFamily.fault(
                                operation,
                                "csv-without-members",
                                "writes nothing but the names of the columns",
                                onTable(lines -> lines.subList(0, Math.min(1, lines.size())))),
                        FaultFamily.fault(
                                operation,
                                "csv-without-header",
                                "leaves out the names of the columns",
                                onTable(lines -> lines.subList(Math.min(1, lines.size()), lines.size()))))
                        .stream())
                .toList();
    }

    private static FaultBehavior onTable(UnaryOperator<List<String>> change) {
        return FaultBehaviors.onGranted(answer -> answer.is(CSV)
                ? answer.withBody(change.apply(answer.body().lines().toList()).stream()
                        .map(line -> line + "\r\n")
                        .collect(Collectors.joining()))
                : answer);
    }
}
