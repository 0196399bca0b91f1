package dev.core7.mock.state;

import dev.core7.contract.Operation;
import dev.core7.mock.http.RequestUrl;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The parameters and fields of a request to stored objects, without HTTP.
 *
 * @param pathParameters path parameter → its value
 * @param queryUrl the URL whose query is applied
 * @param fields the fields of the body
 * @param requestUrl the URL as it was called, for links between pages
 * @param mediaType the media type of the response
 */
public record ObjectRequest(
        Operation operation,
        Map<String, String> pathParameters,
        RequestUrl queryUrl,
        Map<String, @Nullable Object> fields,
        RequestUrl requestUrl,
        String mediaType) {
    /** The collections are copied. */
    public ObjectRequest {
        pathParameters = Map.copyOf(pathParameters);
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** Uses only the id of the operation, because its contents are large. */
    @Override
    public int hashCode() {
        return Objects.hash(operation.id(), pathParameters, queryUrl, fields, requestUrl, mediaType);
    }

    /** Returns a query parameter; empty if it was not sent. */
    public String parameter(String name) {
        return queryUrl.value(name);
    }

    /** Returns a copy with another value of a path parameter. */
    public ObjectRequest withPath(String name, String value) {
        var other = new LinkedHashMap<>(pathParameters);
        other.put(name, value);
        return new ObjectRequest(operation, other, queryUrl, fields, requestUrl, mediaType);
    }

    /** Returns a copy with another query; links between pages stay unchanged. */
    public ObjectRequest withQuery(RequestUrl other) {
        return new ObjectRequest(operation, pathParameters, other, fields, requestUrl, mediaType);
    }

    /** Returns a copy without one field. */
    public ObjectRequest withoutField(String name) {
        var other = new LinkedHashMap<>(fields);
        other.remove(name);
        return withFields(other);
    }

    /** Returns a copy with other fields. */
    public ObjectRequest withFields(Map<String, @Nullable Object> other) {
        return new ObjectRequest(operation, pathParameters, queryUrl, other, requestUrl, mediaType);
    }
}
