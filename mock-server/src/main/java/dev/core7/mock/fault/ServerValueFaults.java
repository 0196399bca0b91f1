package dev.core7.mock.fault;

import dev.core7.contract.Schema;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.StoredObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sets impossible values of fields that only the server writes ({@code x-set-by-server}), or changes them when it must not. */
final class ServerValueFaults implements StateFaultFamily {
    private static final String CREATION_TIME = "creation-time";
    private static final String CHANGE_TIME = "change-time";
    private static final String LATER_TIME = "later-time";

    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        if (!DistortedFaults.canCreate(role.resource())) {
            return;
        }
        if (role.type() == OperationRole.Type.UPDATE) {
            addRefused(faults, role);
        }
        role.resource().fields().forEach((field, schema) -> {
            String sets = schema.text("x-set-by-server").orElse("");
            switch (role.type()) {
                case CREATE -> {
                    if (!sets.isEmpty()) {
                        addOdd(faults, field, sets);
                    }
                }
                case UPDATE -> addUpdates(faults, field, sets);
                case RETRIEVE -> {
                    if (advances(schema)) {
                        addAdvances(faults, field);
                    }
                }
                default -> {}
            }
        });
    }

    /** Refuses what an object shows but a request cannot set. */
    private static void addRefused(FaultCollector faults, OperationRole role) {
        var names = role.resource().fields().entrySet().stream()
                .filter(field -> field.getValue().flag("readOnly"))
                .map(field -> "\"" + field.getKey() + "\"")
                .toList();
        faults.add(
                "read-only-refused",
                "refuses updates with fields that only the server sets",
                FaultBehaviors.refusing(
                        request -> names.stream().noneMatch(request.body()::contains),
                        PostHogError.invalid("invalid_input", "This field is read-only.", null)));
    }

    private static void addOdd(FaultCollector faults, String field, String sets) {
        odd(sets)
                .forEach((how, value) -> faults.add(
                        "server-value-odd",
                        field + "/" + how,
                        "sets " + field + " to an impossible value: " + how,
                        StateFaultBehaviors.changingStoredObject((object, request) -> object.with(field, value))));
    }

    private static void addUpdates(FaultCollector faults, String field, String sets) {
        if (sets.equals(CREATION_TIME)) {
            faults.add(
                    "server-value-moves",
                    field,
                    "changes " + field,
                    StateFaultBehaviors.changingStoredObject(
                            (object, request) -> object.with(field, "2026-01-01T00:00:00Z")));
        }
        if (sets.equals(CHANGE_TIME)) {
            faults.add(
                    "change-time-frozen",
                    field,
                    "does not change " + field,
                    StateFaultBehaviors.carryingOut((request, state) -> {
                        var before = state.object(request)
                                .map(object -> object.fields().get(field))
                                .orElse(null);
                        return state.carryOut(request).map(response -> {
                            StateFaultBehaviors.storedObject(response, request, state)
                                    .ifPresent(object ->
                                            state.store().put(state.collection(request), object.with(field, before)));
                            return response.with(field, before);
                        });
                    }));
        }
    }

    private static void addAdvances(FaultCollector faults, String field) {
        faults.add(
                "read-advances",
                field,
                "increases " + field + " whenever it is read",
                StateFaultBehaviors.changingAfterwards(object -> Optional.of(advanced(object, field))));
    }

    /** Returns impossible values by what is wrong with them. */
    private static Map<String, @Nullable Object> odd(String sets) {
        var odd = new LinkedHashMap<String, @Nullable Object>();
        if (sets.equals(LATER_TIME)) {
            odd.put("before-creation", "2026-01-01T00:00:00Z");
            return odd;
        }
        odd.put("null", null);
        if (sets.equals(CHANGE_TIME)) {
            odd.put("long-ago", "1970-01-01T00:00:00Z");
            odd.put("far-ahead", "2099-01-01T00:00:00Z");
        }
        return odd;
    }

    private static boolean advances(Schema schema) {
        return schema.types().contains("integer") && schema.keyword("x-changes-by-itself") instanceof Map;
    }

    private static StoredObject advanced(StoredObject object, String field) {
        return object.with(field, object.fields().get(field) instanceof Integer number ? number + 1 : 1);
    }
}
