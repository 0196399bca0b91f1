package dev.core7.mock.state;

import dev.core7.contract.Operation;
import dev.core7.mock.http.RequestUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request to the stored objects, as plain values.
 *
 * @param path path parameter → its value
 * @param query the URL whose query is applied
 * @param fields the fields of the body
 * @param called the URL as it was called, for links between pages
 * @param mediaType the media type of the response
 */
public record Action(
        Operation operation,
        Map<String, String> path,
        RequestUrl query,
        Map<String, @Nullable Object> fields,
        RequestUrl called,
        String mediaType) {
    /** The collections are copied. */
    public Action {
        path = Map.copyOf(path);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Uses only the id of the operation, because its contents are large. */
    @Override
    public int hashCode() {
        return Objects.hash(operation.id(), path, query, fields, called, mediaType);
    }

    /** Returns a query parameter; empty if it was not sent. */
    public String parameter(String name) {
        return query.first(name);
    }

    /** Returns a copy with another value of a path parameter. */
    public Action withPath(String name, String value) {
        var other = new LinkedHashMap<>(path);
        other.put(name, value);
        return new Action(operation, other, query, fields, called, mediaType);
    }

    /** Returns a copy with another query; links between pages stay unchanged. */
    public Action withQuery(RequestUrl other) {
        return new Action(operation, path, other, fields, called, mediaType);
    }

    /** Returns a copy without one field. */
    public Action withoutField(String name) {
        var other = new LinkedHashMap<>(fields);
        other.remove(name);
        return withFields(other);
    }

    /** Returns a copy with other fields. */
    public Action withFields(Map<String, @Nullable Object> other) {
        return new Action(operation, path, query, other, called, mediaType);
    }
}
