package dev.core7.mock.state;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored object.
 *
 * @param fields in the order of responses
 * @param members name such as {@code persons} → ids, in the order in which they were added
 */
public record StoredObject(String id, Map<String, @Nullable Object> fields, Map<String, List<String>> members) {
    /** The collections are copied. */
    public StoredObject {
        fields = CompactMap.copyOf(fields);
        members = Map.copyOf(members);
    }

    /** Returns whether a field is true. */
    public boolean is(String field) {
        return Boolean.TRUE.equals(fields.get(field));
    }

    /** Returns the ids of members. */
    public List<String> members(String type) {
        return members.getOrDefault(type, List.of());
    }

    /** Returns a copy with one field set. */
    public StoredObject with(String field, @Nullable Object value) {
        var other = new LinkedHashMap<>(fields);
        other.put(field, value);
        return withFields(other);
    }

    /** Returns a copy with other fields. */
    public StoredObject withFields(Map<String, @Nullable Object> other) {
        return new StoredObject(id, other, members);
    }

    /** Returns a copy with other members. */
    public StoredObject withMembers(String type, List<String> ids) {
        var other = new LinkedHashMap<>(members);
        other.put(type, List.copyOf(ids));
        return new StoredObject(id, fields, other);
    }
}
