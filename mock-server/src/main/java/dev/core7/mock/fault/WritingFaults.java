package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Verb;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
import dev.core7.mock.state.StateResponse;
import dev.core7.mock.state.StoredObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes other values than sent, or fields that only the server may write: id, creator, times. */
final class WritingFaults implements StateFaultFamily {
    private static final String CREATED_BY = "created_by";
    private static final String EMPTY = "empty-to-null";
    private static final String UPDATED_AT = "updated_at";

    @Override
    public List<Fault> faults(Operation operation, OperationRole part) {
        if (part.verb() != Verb.CREATE && part.verb() != Verb.UPDATE) {
            return List.of();
        }
        var faults = new ArrayList<Fault>();
        part.resource().readOnly().stream()
                .filter(field -> !part.resource().counting().containsKey(field))
                .filter(field -> tells(part.resource(), field))
                .forEach(field -> faults.add(FaultFamily.fault(
                        operation,
                        "read-only-field-written",
                        field,
                        "accepts " + field + " from a body",
                        StateFaultBehaviors.rewritten(action -> object -> overwritten(object, action, field)))));
        operation
                .body()
                .ifPresent(body -> body.schema().properties().forEach((name, field) -> {
                    if (field.flag("x-free-text")) {
                        mangling().forEach((how, mangled) -> {
                            if (!how.equals(EMPTY) || !operation.unjudged().containsKey("write-empty-" + name)) {
                                faults.add(mangled(operation, name, how, mangled));
                            }
                        });
                    }
                }));
        faults.addAll(part.verb() == Verb.CREATE ? onCreate(operation, part) : onUpdate(operation, part));
        return faults;
    }

    /** Returns whether a written field is distinguishable: a boolean may equal the server's own value. */
    private static boolean tells(Resource resource, String field) {
        var schema = resource.fields().get(field);
        return schema == null || !schema.types().contains("boolean");
    }

    private static StoredObject overwritten(StoredObject object, Action action, String field) {
        var sent = action.fields().get(field);
        if (sent == null) {
            return object;
        }
        var other = object.with(field, sent);
        return field.equals(StateFaultBehaviors.ID)
                ? new StoredObject(sent.toString(), other.fields(), other.members())
                : other;
    }

    /** Returns the name of each change to a text → the change. */
    private static Map<String, UnaryOperator<@Nullable Object>> mangling() {
        var mangling = new LinkedHashMap<String, UnaryOperator<@Nullable Object>>();
        mangling.put(
                "html-escaped",
                onText(text -> text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")));
        mangling.put("blanks-joined", onText(text -> text.replaceAll("\\s+", " ")));
        mangling.put("non-ascii-dropped", onText(text -> text.replaceAll("[^\\p{ASCII}]", "")));
        mangling.put("cut-at-255", onText(text -> text.substring(0, Math.min(text.length(), 255))));
        mangling.put(EMPTY, value -> "".equals(value) ? null : value);
        return mangling;
    }

    private static UnaryOperator<@Nullable Object> onText(UnaryOperator<String> change) {
        return value -> value instanceof String text ? change.apply(text) : value;
    }

    private static Fault mangled(
            Operation operation, String field, String how, UnaryOperator<@Nullable Object> change) {
        return FaultFamily.fault(
                operation,
                "text-mangled",
                how,
                "keeps " + field + " " + how.replace('-', ' '),
                StateFaultBehaviors.rerouted((action, state) -> {
                    var fields = new LinkedHashMap<>(action.fields());
                    fields.replaceAll((name, value) -> name.equals(field) ? change.apply(value) : value);
                    return action.withFields(fields);
                }));
    }

    private static List<Fault> onCreate(Operation operation, OperationRole part) {
        var faults = new ArrayList<Fault>();
        faults.add(FaultFamily.fault(
                operation,
                "ids-reused",
                "gives the last id again",
                StateFaultBehaviors.instead(WritingFaults::reused)));
        faults.add(FaultFamily.fault(
                operation,
                "another-id-answered",
                "answers with the id of another object",
                StateFaultBehaviors.instead((action, state) ->
                        state.respond(action).map(response -> anothersId(response, action, state)))));
        if (part.resource().fields().containsKey(CREATED_BY)) {
            faults.add(FaultFamily.fault(
                    operation,
                    "created-by-someone-else",
                    "names somebody else as the creator each time",
                    StateFaultBehaviors.rewritten(action -> object -> object.with(CREATED_BY, somebody(object)))));
        }
        return faults;
    }

    /** The response with the id of the oldest object. */
    private static StateResponse anothersId(StateResponse response, Action action, State state) {
        var oldest = state.store().all(state.collection(action)).get(0);
        return response.with(StateFaultBehaviors.ID, oldest.fields().get(StateFaultBehaviors.ID));
    }

    private static Optional<StateResponse> reused(Action action, State state) {
        var collection = state.collection(action);
        var store = state.store();
        var older = store.all(collection);
        if (older.isEmpty()) {
            return state.respond(action);
        }
        var last = older.get(older.size() - 1);
        var id = last.fields().get(StateFaultBehaviors.ID);
        store.remove(collection, last.id());
        return state.respond(action).map(reply -> {
            StateFaultBehaviors.written(reply, action, state).ifPresent(created -> {
                store.remove(collection, created.id());
                store.put(
                        collection,
                        new StoredObject(
                                last.id(),
                                created.with(StateFaultBehaviors.ID, id).fields(),
                                created.members()));
            });
            return reply.with(StateFaultBehaviors.ID, id);
        });
    }

    /** Returns a different user for each object. */
    private static Map<String, @Nullable Object> somebody(StoredObject object) {
        var somebody = new LinkedHashMap<String, @Nullable Object>();
        if (object.fields().get(CREATED_BY) instanceof Map<?, ?> user) {
            user.forEach((name, value) -> somebody.put(name.toString(), value));
        }
        somebody.put(StateFaultBehaviors.ID, 1_000 + Math.floorMod(object.id().hashCode(), 1_000));
        somebody.put(
                "uuid",
                UUID.nameUUIDFromBytes(object.id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        somebody.put("email", "somebody" + object.id() + "@example.com");
        return somebody;
    }

    private static List<Fault> onUpdate(Operation operation, OperationRole part) {
        var faults = new ArrayList<Fault>();
        faults.add(FaultFamily.fault(
                operation,
                "other-object-updated",
                "changes another object",
                StateFaultBehaviors.instead((action, state) -> elsewhere(action, state, part.resource()))));
        if (part.resource().fields().containsKey(UPDATED_AT)) {
            faults.add(FaultFamily.fault(
                    operation,
                    "updated-at-goes-back",
                    "says that it was changed a day before",
                    StateFaultBehaviors.rewritten(action -> WritingFaults::aDayBefore)));
        }
        return faults;
    }

    private static Optional<StateResponse> elsewhere(Action action, State state, Resource resource) {
        var before = state.store().copy();
        var reply = state.respond(action);
        state.store().restore(before);
        state.respond(StateFaultBehaviors.another(action, state, resource));
        return reply;
    }

    private static StoredObject aDayBefore(StoredObject object) {
        var time = Instant.parse(String.valueOf(object.fields().get(UPDATED_AT)));
        return object.with(UPDATED_AT, time.minus(Duration.ofDays(1)).toString());
    }
}
