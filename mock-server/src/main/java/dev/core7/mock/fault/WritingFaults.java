package dev.core7.mock.fault;

import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.state.ObjectRequest;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Type;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StateResponse;
import dev.core7.mock.state.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Stores other values than sent, or stores values that only the server may set: id, creator, times. */
final class WritingFaults implements StateFaultFamily {
    private static final String CREATED_BY = "created_by";
    private static final String EMPTY = "empty-to-null";
    private static final String UPDATED_AT = "updated_at";

    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var resource = role.resource();
        if (role.type() != Type.CREATE && role.type() != Type.UPDATE) {
            return;
        }
        resource.readOnly().stream()
                .filter(field -> !resource.counting().containsKey(field))
                .filter(field -> isDistinguishable(resource, field))
                .forEach(field -> faults.add(
                        "read-only-field-written",
                        field,
                        "stores the read-only field " + field + " from the request",
                        StateFaultBehaviors.changingStoredObject(
                                (object, request) -> withSentValue(object, request, field))));
        addTextChanges(faults);
        if (role.type() == Type.CREATE) {
            addCreate(faults, resource);
        } else {
            addUpdate(faults, resource);
        }
    }

    /** Returns whether a sent value differs from the server's; a boolean may be equal by chance. */
    private static boolean isDistinguishable(Resource resource, String field) {
        var schema = resource.fields().get(field);
        return schema == null || !schema.types().contains("boolean");
    }

    private static StoredObject withSentValue(StoredObject object, ObjectRequest request, String field) {
        var sent = request.fields().get(field);
        if (sent == null) {
            return object;
        }
        return field.equals(StateFaultBehaviors.ID) ? withId(object, sent) : object.with(field, sent);
    }

    private static StoredObject withId(StoredObject object, @Nullable Object id) {
        return new StoredObject(
                String.valueOf(id), object.with(StateFaultBehaviors.ID, id).fields(), object.members());
    }

    private static void addTextChanges(FaultCollector faults) {
        var operation = faults.operation();
        operation
                .body()
                .ifPresent(body -> body.schema().properties().forEach((field, schema) -> {
                    if (schema.flag("x-free-text")) {
                        textChanges().forEach((variant, change) -> {
                            if (!variant.equals(EMPTY) || !operation.unjudged().containsKey("write-empty-" + field)) {
                                faults.add(
                                        "text-mangled",
                                        variant,
                                        "changes " + field + " before it is stored: " + variant.replace('-', ' '),
                                        changingField(field, change));
                            }
                        });
                    }
                }));
    }

    /** Returns the variant of each change to a text → the change. */
    private static Map<String, UnaryOperator<@Nullable Object>> textChanges() {
        var changes = new LinkedHashMap<String, UnaryOperator<@Nullable Object>>();
        changes.put(
                "html-escaped",
                onText(text -> text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")));
        changes.put("blanks-joined", onText(text -> text.replaceAll("\\s+", " ")));
        changes.put("non-ascii-dropped", onText(text -> text.replaceAll("[^\\p{ASCII}]", "")));
        changes.put("cut-at-255", onText(text -> text.substring(0, Math.min(text.length(), 255))));
        changes.put(EMPTY, value -> "".equals(value) ? null : value);
        return changes;
    }

    private static UnaryOperator<@Nullable Object> onText(UnaryOperator<String> change) {
        return value -> value instanceof String text ? change.apply(text) : value;
    }

    private static FaultBehavior changingField(String field, UnaryOperator<@Nullable Object> change) {
        return StateFaultBehaviors.changingRequest((request, state) -> {
            var fields = new LinkedHashMap<>(request.fields());
            fields.replaceAll((name, value) -> name.equals(field) ? change.apply(value) : value);
            return request.withFields(fields);
        });
    }

    private static void addCreate(FaultCollector faults, Resource resource) {
        faults.add(
                "ids-reused",
                "reuses the id of the newest object",
                StateFaultBehaviors.carryingOut(WritingFaults::createWithUsedId));
        faults.add(
                "another-id-answered",
                "returns the id of another object",
                StateFaultBehaviors.carryingOut((request, state) ->
                        state.carryOut(request).map(response -> withOldestId(response, request, state))));
        if (resource.fields().containsKey(CREATED_BY)) {
            faults.add(
                    "created-by-someone-else",
                    "returns a different creator for each object",
                    StateFaultBehaviors.changingStoredObject(
                            (object, request) -> object.with(CREATED_BY, otherUser(object))));
        }
    }

    private static StateResponse withOldestId(StateResponse response, ObjectRequest request, State state) {
        var oldest = state.store().all(state.collection(request)).get(0);
        return response.with(StateFaultBehaviors.ID, oldest.fields().get(StateFaultBehaviors.ID));
    }

    private static Optional<StateResponse> createWithUsedId(ObjectRequest request, State state) {
        var collection = state.collection(request);
        var store = state.store();
        var existing = store.all(collection);
        if (existing.isEmpty()) {
            return state.carryOut(request);
        }
        var newest = existing.get(existing.size() - 1);
        var id = newest.fields().get(StateFaultBehaviors.ID);
        store.remove(collection, newest.id());
        return state.carryOut(request).map(response -> {
            StateFaultBehaviors.storedObject(response, request, state).ifPresent(created -> {
                store.remove(collection, created.id());
                store.put(collection, withId(created, id));
            });
            return response.with(StateFaultBehaviors.ID, id);
        });
    }

    /** Returns a different user for each object. */
    private static Map<String, @Nullable Object> otherUser(StoredObject object) {
        var user = new LinkedHashMap<String, @Nullable Object>();
        if (object.fields().get(CREATED_BY) instanceof Map<?, ?> creator) {
            creator.forEach((name, value) -> user.put(name.toString(), value));
        }
        user.put(StateFaultBehaviors.ID, 1_000 + Math.floorMod(object.id().hashCode(), 1_000));
        user.put(
                "uuid",
                UUID.nameUUIDFromBytes(object.id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        user.put("email", "somebody" + object.id() + "@example.com");
        return user;
    }

    private static void addUpdate(FaultCollector faults, Resource resource) {
        faults.add(
                "other-object-updated",
                "changes another object than requested",
                StateFaultBehaviors.carryingOut((request, state) -> updateOther(request, state, resource)));
        if (resource.fields().containsKey(UPDATED_AT)) {
            faults.add(
                    "updated-at-goes-back",
                    "sets updated_at to a day earlier",
                    StateFaultBehaviors.changingStoredObject((object, request) -> aDayEarlier(object)));
        }
    }

    private static Optional<StateResponse> updateOther(ObjectRequest request, State state, Resource resource) {
        var response = StateFaultBehaviors.respondOnly(request, state);
        state.carryOut(StateFaultBehaviors.forOtherObject(request, state, resource));
        return response;
    }

    private static StoredObject aDayEarlier(StoredObject object) {
        var time = Instant.parse(String.valueOf(object.fields().get(UPDATED_AT)));
        return object.with(UPDATED_AT, time.minus(Duration.ofDays(1)).toString());
    }
}
