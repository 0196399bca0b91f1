package dev.core7.mock.fault;

import dev.core7.contract.Operation;
import dev.core7.mock.Fault;
import dev.core7.mock.state.Action;
import dev.core7.mock.state.Kept;
import dev.core7.mock.state.Part;
import dev.core7.mock.state.Part.Verb;
import dev.core7.mock.state.Reply;
import dev.core7.mock.state.Resource;
import dev.core7.mock.state.State;
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

/** Something else is written than was sent, or what only the server may write: id, owner, times. */
final class WritingFaults implements BehaviourFamily {
    private static final String CREATED_BY = "created_by";
    private static final String EMPTY = "empty-to-null";
    private static final String UPDATED_AT = "updated_at";

    @Override
    public List<Fault> faults(Operation operation, Part part) {
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
                        Acts.rewritten(action -> object -> overwritten(object, action, field)))));
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

    /** A flag that was sent may be the server's own all the same. */
    private static boolean tells(Resource resource, String field) {
        var schema = resource.fields().get(field);
        return schema == null || !schema.types().contains("boolean");
    }

    private static Kept overwritten(Kept object, Action action, String field) {
        var sent = action.fields().get(field);
        if (sent == null) {
            return object;
        }
        var other = object.with(field, sent);
        return field.equals(Acts.ID) ? new Kept(sent.toString(), other.fields(), other.members()) : other;
    }

    /** How a text is mangled → what becomes of it. */
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
                Acts.rerouted((action, state) -> {
                    var fields = new LinkedHashMap<>(action.fields());
                    fields.replaceAll((name, value) -> name.equals(field) ? change.apply(value) : value);
                    return action.withFields(fields);
                }));
    }

    private static List<Fault> onCreate(Operation operation, Part part) {
        var faults = new ArrayList<Fault>();
        faults.add(FaultFamily.fault(
                operation, "ids-reused", "gives the last id again", Acts.instead(WritingFaults::reused)));
        faults.add(FaultFamily.fault(
                operation,
                "another-id-answered",
                "answers with the id of another object",
                Acts.instead((action, state) -> state.answer(action).map(reply -> anothersId(reply, action, state)))));
        if (part.resource().fields().containsKey(CREATED_BY)) {
            faults.add(FaultFamily.fault(
                    operation,
                    "created-by-someone-else",
                    "names somebody else as the creator each time",
                    Acts.rewritten(action -> object -> object.with(CREATED_BY, somebody(object)))));
        }
        return faults;
    }

    /** The reply with the id of the oldest object. */
    private static Reply anothersId(Reply reply, Action action, State state) {
        return reply.with(
                Acts.ID, state.store().all(state.shelf(action)).get(0).fields().get(Acts.ID));
    }

    private static Optional<Reply> reused(Action action, State state) {
        var shelf = state.shelf(action);
        var store = state.store();
        var older = store.all(shelf);
        if (older.isEmpty()) {
            return state.answer(action);
        }
        var last = older.get(older.size() - 1);
        var id = last.fields().get(Acts.ID);
        store.remove(shelf, last.id());
        return state.answer(action).map(reply -> {
            Acts.written(reply, action, state).ifPresent(created -> {
                store.remove(shelf, created.id());
                store.put(shelf, new Kept(last.id(), created.with(Acts.ID, id).fields(), created.members()));
            });
            return reply.with(Acts.ID, id);
        });
    }

    /** Another user for each object. */
    private static Map<String, @Nullable Object> somebody(Kept object) {
        var somebody = new LinkedHashMap<String, @Nullable Object>();
        if (object.fields().get(CREATED_BY) instanceof Map<?, ?> user) {
            user.forEach((name, value) -> somebody.put(name.toString(), value));
        }
        somebody.put(Acts.ID, 1_000 + Math.floorMod(object.id().hashCode(), 1_000));
        somebody.put(
                "uuid",
                UUID.nameUUIDFromBytes(object.id().getBytes(StandardCharsets.UTF_8))
                        .toString());
        somebody.put("email", "somebody" + object.id() + "@example.com");
        return somebody;
    }

    private static List<Fault> onUpdate(Operation operation, Part part) {
        var faults = new ArrayList<Fault>();
        faults.add(FaultFamily.fault(
                operation,
                "other-object-updated",
                "changes another object",
                Acts.instead((action, state) -> elsewhere(action, state, part.resource()))));
        if (part.resource().fields().containsKey(UPDATED_AT)) {
            faults.add(FaultFamily.fault(
                    operation,
                    "updated-at-goes-back",
                    "says that it was changed a day before",
                    Acts.rewritten(action -> WritingFaults::aDayBefore)));
        }
        return faults;
    }

    private static Optional<Reply> elsewhere(Action action, State state, Resource resource) {
        var before = state.store().copy();
        var reply = state.answer(action);
        state.store().restore(before);
        state.answer(Acts.another(action, state, resource));
        return reply;
    }

    private static Kept aDayBefore(Kept object) {
        var time = Instant.parse(String.valueOf(object.fields().get(UPDATED_AT)));
        return object.with(UPDATED_AT, time.minus(Duration.ofDays(1)).toString());
    }
}
