package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.state.Members;
import dev.core7.mock.state.OperationRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Adds, removes, counts or lists members incorrectly. */
final class MemberFaults implements StateFaultFamily {
    private static final String CSV = "text/csv";

    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var operation = faults.operation();
        var added = Members.added(operation);
        var removed = Members.removed(operation);
        switch (role.type()) {
            case CREATE ->
                added.keySet()
                        .forEach(field -> faults.add(
                                "create-ignores-persons",
                                "ignores " + field + " when it creates an object",
                                StateFaultBehaviors.ignoringField(field)));
            case CHANGE_MEMBERS -> {
                if (!added.isEmpty()) {
                    addAdding(faults, added.values());
                }
                if (!removed.isEmpty()) {
                    addRemoving(faults, removed.values());
                }
            }
            case RETRIEVE -> role.resource().counting().keySet().forEach(field -> addMiscounted(faults, field));
            case LIST_MEMBERS -> {
                if (operation.success().content().containsKey(CSV)) {
                    addTables(faults);
                }
            }
            default -> {}
        }
    }

    private static void addAdding(FaultCollector faults, Collection<String> names) {
        faults.add("member-not-added", "adds no members", StateFaultBehaviors.storingNothing());
        faults.add("member-added-twice", "adds each member twice", changingMembers(names, MemberFaults::twice));
        faults.add(
                "dynamic-cohort-takes-members",
                "adds members to objects that must not have any",
                FaultBehaviors.accepting(Reason.UNMET_PRECONDITION));
    }

    private static void addRemoving(FaultCollector faults, Collection<String> names) {
        faults.add("member-not-removed", "removes no members", StateFaultBehaviors.storingNothing());
        faults.add("all-members-removed", "removes all members", changingMembers(names, members -> List.of()));
    }

    private static FaultBehavior changingMembers(Collection<String> names, UnaryOperator<List<String>> change) {
        return StateFaultBehaviors.changingAfterwards(object -> {
            var changed = object;
            for (String name : names) {
                changed = changed.withMembers(name, change.apply(object.members(name)));
            }
            return Optional.of(changed);
        });
    }

    private static List<String> twice(List<String> members) {
        var twice = new ArrayList<>(members);
        twice.addAll(members);
        return twice;
    }

    private static void addMiscounted(FaultCollector faults, String field) {
        faults.add(
                "member-count-wrong",
                "counts one member too many",
                StateFaultBehaviors.carryingOut((request, state) -> state.carryOut(request)
                        .map(response -> response.get(field) instanceof Integer count
                                ? response.with(field, count + 1)
                                : response)));
    }

    private static void addTables(FaultCollector faults) {
        faults.add(
                "csv-without-members",
                "sends only the header line of the CSV table",
                changingLines(lines -> lines.subList(0, Math.min(1, lines.size()))));
        faults.add(
                "csv-without-header",
                "omits the header line of the CSV table",
                changingLines(lines -> lines.subList(Math.min(1, lines.size()), lines.size())));
        faults.add(
                "csv-not-quoted",
                "writes a value that contains a comma without quotes",
                changingLines(MemberFaults::withUnquotedComma));
    }

    private static List<String> withUnquotedComma(List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> i == 0 ? lines.get(i) : lines.get(i) + ", and more")
                .toList();
    }

    private static FaultBehavior changingLines(UnaryOperator<List<String>> change) {
        return FaultBehaviors.changingResponse(
                CSV,
                response ->
                        response.withBody(change.apply(response.body().lines().toList()).stream()
                                .map(line -> line + "\r\n")
                                .collect(Collectors.joining())));
    }
}
