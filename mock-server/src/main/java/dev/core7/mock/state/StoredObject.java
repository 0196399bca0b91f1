package dev.core7.mock.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object that is kept.
 *
 * @param fields in the order in which answers show them
 * @param members name such as {@code persons} → ids, in the order in which they were added
 */
public record StoredObject(String id, Map<String, @Nullable Object> fields, Map<String, List<String>> members) {
    /** The collections are copied. */
    public StoredObject {
        fields = CompactMap.copyOf(fields);
        members = Map.copyOf(members);
    }

    /** Whether a field is true. */
    public boolean is(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** The members of that name. */
    public List<String> members(String name) {
        return members.getOrDefault(name, List.of());
    }

    /** The same with one field set. */
    public StoredObject with(String field, @Nullable Object value) {
        var other = new LinkedHashMap<>(fields);
        other.put(field, value);
        return withFields(other);
    }

    /** The same with other fields. */
    public StoredObject withFields(Map<String, @Nullable Object> other) {
        return new StoredObject(id, other, members);
    }

    /** The same with other members of that name. */
    public StoredObject withMembers(String name, List<String> ids) {
        var other = new LinkedHashMap<>(members);
        other.put(name, List.copyOf(ids));
        return new StoredObject(id, fields, other);
    }
}
