package dev.core7.mock.state;

import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The possible members of objects, such as persons of a cohort: a few for each name, derived from the example of their list. */
public final class Members {
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final int KNOWN = 4;

    private final Map<String, List<StoredObject>> known = new LinkedHashMap<>();

    /** @param lists name → the operation that lists the members of that name */
    Members(Map<String, Operation> lists) {
        lists.forEach((name, list) -> known.put(name, create(name, ListOperation.of(list))));
    }

    /** Returns the request fields that add members → the name of the members. */
    public static Map<String, String> added(Operation operation) {
        return fields(operation, ADD);
    }

    /** Returns the request fields that remove members → the name of the members. */
    public static Map<String, String> removed(Operation operation) {
        return fields(operation, REMOVE);
    }

    private static Map<String, String> fields(Operation operation, String verb) {
        var fields = new LinkedHashMap<String, String>();
        operation
                .body()
                .ifPresent(body -> body.schema()
                        .properties()
                        .forEach((field, schema) ->
                                MockExtensions.members(schema, verb).ifPresent(name -> fields.put(field, name))));
        return fields;
    }

    /** Returns the ids of all members with a name. */
    List<String> ids(String name) {
        return known.getOrDefault(name, List.of()).stream()
                .map(StoredObject::id)
                .toList();
    }

    /** Returns some ids; how many depends on the row of the seed. */
    List<String> some(String name, int row) {
        var ids = ids(name);
        return ids.subList(0, ids.isEmpty() ? 0 : row % ids.size() + 1);
    }

    /** Returns the members of an object as its list shows them. */
    List<StoredObject> of(StoredObject object, String name) {
        var members = new ArrayList<StoredObject>();
        object.members(name)
                .forEach(id -> known.getOrDefault(name, List.of()).stream()
                        .filter(member -> member.id().equals(id))
                        .forEach(members::add));
        return members;
    }

    /** Returns the name of the members that an object may have; empty if it may have none. */
    static Optional<String> admitted(Resource resource, StoredObject object) {
        return resource.fields().entrySet().stream()
                .filter(field -> object.is(field.getKey()))
                .flatMap(field -> MockExtensions.members(field.getValue(), "admit").stream())
                .findFirst();
    }

    /** Returns the error in the members that a request names; empty if there is none. */
    Optional<StateError> error(Action action) {
        var errors = new ArrayList<StateError>();
        forEachField(action, ADD, (name, ids) -> {
            if (ids.stream().noneMatch(ids(name)::contains)) {
                errors.add(StateError.NO_KNOWN_MEMBER);
            }
        });
        forEachField(action, REMOVE, (name, ids) -> {
            if (!ids(name).containsAll(ids)) {
                errors.add(StateError.UNKNOWN_MEMBER);
            }
        });
        return errors.stream().findFirst();
    }

    /** Returns an object with the members that a request adds, and without those it removes. */
    StoredObject changed(StoredObject object, Action action) {
        var changed = new StoredObject[] {object};
        forEachField(action, ADD, (name, ids) -> {
            var all = new LinkedHashSet<>(changed[0].members(name));
            ids.stream().filter(ids(name)::contains).forEach(all::add);
            changed[0] = changed[0].withMembers(name, List.copyOf(all));
        });
        forEachField(action, REMOVE, (name, ids) -> {
            var fewer = new ArrayList<>(changed[0].members(name));
            fewer.removeAll(ids);
            changed[0] = changed[0].withMembers(name, fewer);
        });
        return changed[0];
    }

    private static void forEachField(Action action, String verb, BiConsumer<String, List<String>> consumer) {
        fields(action.operation(), verb).forEach((field, name) -> {
            var sent = action.fields().get(field);
            if (sent != null) {
                var ids = sent instanceof List<?> list ? list : List.of(sent);
                consumer.accept(name, ids.stream().map(String::valueOf).toList());
            }
        });
    }

    private static List<StoredObject> create(String name, ListOperation list) {
        var created = new ArrayList<StoredObject>();
        for (int i = 0; i < KNOWN; i++) {
            var fields = MockExtensions.object(list.itemExample());
            String id = id(fields, list.item(), name + " " + i, i == 0);
            fields.replaceAll((field, value) -> isId(field, list.item()) ? id : value);
            created.add(new StoredObject(id, fields, Map.of()));
        }
        return created;
    }

    private static boolean isId(String field, Schema item) {
        var schema = item.properties().get(field);
        return field.equals(ObjectFields.ID) || schema != null && isUuid(schema);
    }

    /** Returns whether a schema describes a UUID. */
    static boolean isUuid(Schema schema) {
        return schema.text("format").filter("uuid"::equals).isPresent();
    }

    /** Returns the id of a member; the first one has the example's UUID. */
    private static String id(Map<String, @Nullable Object> example, Schema item, String seed, boolean first) {
        return example.entrySet().stream()
                .filter(field -> first && !field.getKey().equals(ObjectFields.ID) && isId(field.getKey(), item))
                .map(field -> String.valueOf(field.getValue()))
                .findFirst()
                .orElseGet(() -> Seeds.uuid(seed));
    }
}
