package dev.core7.mock.fault;

import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.MediaType;
import dev.core7.mock.http.MockResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One change to a JSON document; a document without that place stays as it is.
 *
 * @param pointer the place that changes, never the whole document
 * @param value what stands there afterwards
 * @param removed whether nothing does
 */
record JsonEdit(String pointer, @Nullable Object value, boolean removed) {
    static JsonEdit remove(String pointer) {
        return new JsonEdit(pointer, null, true);
    }

    static JsonEdit replace(String pointer, @Nullable Object value) {
        return new JsonEdit(pointer, value, false);
    }

    /** The answer with its JSON body changed; one that is not JSON stays as it is. */
    MockResponse in(MockResponse answer) {
        return answer.is(MediaType.JSON) ? answer.withBody(Json.write(in(parse(answer.body())))) : answer;
    }

    /** A changed copy of the document. */
    @Nullable
    Object in(@Nullable Object document) {
        var copy = parse(Json.write(document));
        int end = pointer.lastIndexOf('/');
        apply(
                JsonPointer.find(copy, pointer.substring(0, end)),
                JsonPointer.tokens(pointer.substring(end)).get(0));
        return copy;
    }

    @SuppressWarnings("unchecked") // documents are freshly parsed: maps have texts as keys
    private void apply(@Nullable Object parent, String name) {
        if (parent instanceof Map<?, ?> map && map.containsKey(name)) {
            if (removed) {
                map.remove(name);
            } else {
                ((Map<String, @Nullable Object>) map).put(name, value);
            }
        } else if (parent instanceof List<?> list && name.matches("\\d{1,9}") && Integer.parseInt(name) < list.size()) {
            ((List<@Nullable Object>) list).set(Integer.parseInt(name), value);
        }
    }

    static @Nullable Object parse(String json) {
        try {
            return json.isEmpty() ? null : Json.parse(json);
        } catch (Json.NotJsonException e) {
            return null;
        }
    }
}
