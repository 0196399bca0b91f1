package dev.core7.mock.preferences;

import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Response;
import dev.core7.contract.Schema;
import dev.core7.mock.data.ValueGenerator;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.RequestUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Generates bodies of responses. A list has as many items as the request's {@code limit} allows, counts them, and is the only page:
 * generated links would lead to random hosts.
 */
final class GeneratedBody {
    private static final String LIMIT = "limit";

    private GeneratedBody() {}

    /** Returns a generated body; empty if the response has no JSON, or no valid value was found. */
    static Optional<String> of(Response response, long seed) {
        return of(response, seed, OptionalInt.empty());
    }

    /** Returns a generated body for a request. */
    static Optional<String> of(Operation operation, MockRequest request, long seed) {
        return of(operation.success(), seed, limit(operation, request));
    }

    private static Optional<String> of(Response response, long seed, OptionalInt limit) {
        return response.json()
                .map(content -> content.schema())
                .flatMap(schema -> ValueGenerator.value(schema, seed, limit)
                        .map(value -> Json.write(onePage(value, schema)))
                        .or(() -> ValueGenerator.json(schema, seed)));
    }

    private static OptionalInt limit(Operation operation, MockRequest request) {
        boolean isLimited = operation.parameters().stream()
                .filter(Parameter::inQuery)
                .anyMatch(parameter -> parameter.name().equals(LIMIT));
        String sent = isLimited ? RequestUrl.parse(request.url()).value(LIMIT) : "";
        return sent.matches("0*[1-9]\\d{0,8}") ? OptionalInt.of(Integer.parseInt(sent)) : OptionalInt.empty();
    }

    /** Returns a list with a count and links that fit its items; other values as they are. */
    private static Object onePage(Object value, Schema schema) {
        if (!(value instanceof Map<?, ?> fields) || !schema.properties().containsKey("next")) {
            return value;
        }
        var items = fields.values().stream()
                .filter(List.class::isInstance)
                .map(List.class::cast)
                .findFirst();
        if (items.isEmpty()) {
            return value;
        }
        var page = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, field) -> page.put(name.toString(), field));
        page.replace("count", items.get().size());
        page.replace("next", null);
        page.replace("previous", null);
        return page;
    }
}
