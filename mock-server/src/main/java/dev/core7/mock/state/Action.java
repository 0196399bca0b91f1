package dev.core7.mock.state;

import dev.core7.contract.Operation;
import dev.core7.mock.http.RequestUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks of the state, as plain values.
 *
 * @param path path parameter → its value
 * @param query the address with the query that is obeyed
 * @param fields the fields of the body
 * @param called the address as it was called, for the links between pages
 * @param mediaType the media type of the answer that is wanted
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

    /** Without the contents of the operation, which its id stands for. */
    @Override
    public int hashCode() {
        return Objects.hash(operation.id(), path, query, fields, called, mediaType);
    }

    /** A query parameter; empty: it was not sent. */
    public String parameter(String name) {
        return query.first(name);
    }

    /** The same with another value of a path parameter. */
    public Action withPath(String name, String value) {
        var other = new LinkedHashMap<>(path);
        other.put(name, value);
        return new Action(operation, other, query, fields, called, mediaType);
    }

    /** The same, obeying another query; the links between pages stay as they are called. */
    public Action withQuery(RequestUrl other) {
        return new Action(operation, path, other, fields, called, mediaType);
    }

    /** The same with other fields. */
    public Action withFields(Map<String, @Nullable Object> other) {
        return new Action(operation, path, query, other, called, mediaType);
    }
}
