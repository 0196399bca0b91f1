package dev.core7.mock.state;

import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The possible members of objects, such as persons of a cohort: a few of each type, derived from the example of their list. */
public final class Members {
    private static final String ADD = "add";
    private static final String REMOVE = "remove";
    private static final int MEMBERS_PER_TYPE = 4;

    private final Map<String, List<StoredObject>> known = new LinkedHashMap<>();

    /** @param lists type → the operation that lists the members of that type */
    Members(Map<String, Operation> lists) {
        lists.forEach((type, list) -> known.put(type, create(type, ListOperation.of(list))));
    }

    /** Returns the request fields that add members → the type of the members. */
    public static Map<String, String> added(Operation operation) {
        return fields(operation, ADD);
    }

    /** Returns the request fields that remove members → the type of the members. */
    public static Map<String, String> removed(Operation operation) {
        return fields(operation, REMOVE);
    }

    private static Map<String, String> fields(Operation operation, String effect) {
        var fields = new LinkedHashMap<String, String>();
        operation
                .body()
                .ifPresent(body -> body.schema()
                        .properties()
                        .forEach((field, schema) ->
                                MockExtensions.members(schema, effect).ifPresent(type -> fields.put(field, type))));
        return fields;
    }

    /** Returns the types of members. */
    Set<String> types() {
        return known.keySet();
    }

    /** Returns the ids of all members of a type. */
    List<String> ids(String type) {
        return known.getOrDefault(type, List.of()).stream()
                .map(StoredObject::id)
                .toList();
    }

    /** Returns some ids; how many depends on the row of the seed. */
    List<String> some(String type, int row) {
        var ids = ids(type);
        return ids.subList(0, ids.isEmpty() ? 0 : row % ids.size() + 1);
    }

    /** Returns the members of an object as its list shows them. */
    List<StoredObject> of(StoredObject object, String type) {
        var members = new ArrayList<StoredObject>();
        object.members(type)
                .forEach(id -> known.getOrDefault(type, List.of()).stream()
                        .filter(member -> member.id().equals(id))
                        .forEach(members::add));
        return members;
    }

    /** Returns the type of members that an object may have; empty if it may have none. */
    static Optional<String> memberType(Resource resource, StoredObject object) {
        return resource.fields().entrySet().stream()
                .filter(field -> object.is(field.getKey()))
                .flatMap(field -> MockExtensions.members(field.getValue(), "admit").stream())
                .findFirst();
    }

    /** Returns the error in the members that a request names; empty if there is none. */
    Optional<StateError> error(ObjectRequest request) {
        var errors = new ArrayList<StateError>();
        forEachField(request, ADD, (type, ids) -> {
            if (ids.stream().noneMatch(ids(type)::contains)) {
                errors.add(StateError.NO_KNOWN_MEMBER);
            }
        });
        forEachField(request, REMOVE, (type, ids) -> {
            if (!ids(type).containsAll(ids)) {
                errors.add(StateError.UNKNOWN_MEMBER);
            }
        });
        return errors.stream().findFirst();
    }

    /** Returns an object with the members that a request adds, and without those it removes. */
    StoredObject withChanges(StoredObject object, ObjectRequest request) {
        var changed = new StoredObject[] {object};
        forEachField(request, ADD, (type, ids) -> {
            var all = new LinkedHashSet<>(changed[0].members(type));
            ids.stream().filter(ids(type)::contains).forEach(all::add);
            changed[0] = changed[0].withMembers(type, List.copyOf(all));
        });
        forEachField(request, REMOVE, (type, ids) -> {
            var fewer = new ArrayList<>(changed[0].members(type));
            fewer.removeAll(ids);
            changed[0] = changed[0].withMembers(type, fewer);
        });
        return changed[0];
    }

    private static void forEachField(ObjectRequest request, String effect, BiConsumer<String, List<String>> consumer) {
        fields(request.operation(), effect).forEach((field, type) -> {
            var sent = request.fields().get(field);
            if (sent != null) {
                var ids = sent instanceof List<?> list ? list : List.of(sent);
                consumer.accept(type, ids.stream().map(String::valueOf).toList());
            }
        });
    }

    private static List<StoredObject> create(String type, ListOperation list) {
        var created = new ArrayList<StoredObject>();
        for (int i = 0; i < MEMBERS_PER_TYPE; i++) {
            var fields = MockExtensions.asMap(list.itemExample());
            String id = id(fields, list.item(), type + " " + i, i == 0);
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
