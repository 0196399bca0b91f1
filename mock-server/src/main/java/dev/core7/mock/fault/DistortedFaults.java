package dev.core7.mock.fault;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Schema;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.state.OperationRole;
import dev.core7.mock.state.OperationRole.Type;
import dev.core7.mock.state.Resource;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Shows a field in another form than it is stored: letters in the other case, an hour later, without the last item. */
final class DistortedFaults implements StateFaultFamily {
    private static final Set<Type> SHOWING = Set.of(Type.CREATE, Type.UPDATE, Type.RETRIEVE, Type.LIST);
    private static final String RESULTS = "results";

    @Override
    public void addTo(FaultCollector faults, OperationRole role) {
        var resource = role.resource();
        if (!SHOWING.contains(role.type())) {
            return;
        }
        if (canCreate(resource)) {
            resource.fields().forEach((field, schema) -> {
                if (isJudged(resource, field)) {
                    faults.add(
                            "shown-otherwise",
                            field,
                            "shows another value of " + field + " than it stores",
                            FaultBehaviors.changingResponse(
                                    MediaType.JSON,
                                    changing(
                                            field,
                                            isTime(schema)
                                                    ? DistortedFaults::anHourLater
                                                    : DistortedFaults::distorted)));
                }
            });
        }
        resource.counting()
                .keySet()
                .forEach(field -> faults.add(
                        "count-too-high",
                        "counts one member too many",
                        FaultBehaviors.changingResponse(MediaType.JSON, changing(field, DistortedFaults::oneMore))));
    }

    /** Returns whether the API can create such objects. */
    static boolean canCreate(Resource resource) {
        return resource.operations().stream()
                .anyMatch(o -> o.method().equals("POST") && o.body().isPresent());
    }

    /** Returns whether requests write the field, and the contract defines what is stored. */
    static boolean isJudged(Resource resource, String field) {
        return resource.operations().stream().anyMatch(o -> resource.writable(o).contains(field))
                && resource.operations().stream().noneMatch(o -> o.unjudged().containsKey("write-" + field));
    }

    private static boolean isTime(Schema schema) {
        return schema.text("format").filter("date-time"::equals).isPresent();
    }

    private static UnaryOperator<MockResponse> changing(String field, UnaryOperator<@Nullable Object> change) {
        return response -> response.withBody(Json.write(changed(JsonEdit.parse(response.body()), field, change)));
    }

    private static @Nullable Object changed(
            @Nullable Object body, String field, UnaryOperator<@Nullable Object> change) {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        if (!(body instanceof Map<?, ?> map)) {
            return body;
        }
        map.forEach((name, value) -> copy.put(name.toString(), value));
        if (map.get(RESULTS) instanceof List<?> items) {
            copy.put(
                    RESULTS,
                    items.stream().map(item -> changed(item, field, change)).toList());
        } else if (copy.containsKey(field)) {
            copy.put(field, change.apply(copy.get(field)));
        }
        return copy;
    }

    private static @Nullable Object oneMore(@Nullable Object value) {
        return value instanceof Integer count ? Integer.valueOf(count + 1) : value;
    }

    private static @Nullable Object anHourLater(@Nullable Object value) {
        try {
            return value instanceof String text
                    ? OffsetDateTime.parse(text).plus(Duration.ofHours(1)).toString()
                    : value;
        } catch (DateTimeException e) {
            return value;
        }
    }

    private static @Nullable Object distorted(@Nullable Object value) {
        if (value instanceof String text) {
            return swapped(text);
        }
        if (value instanceof Boolean flag) {
            return !flag;
        }
        if (value instanceof Integer number) {
            return number + 1;
        }
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.subList(0, list.size() - 1);
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<Object, @Nullable Object>(map);
            copy.replaceAll((name, below) -> distorted(below));
            return copy;
        }
        return value;
    }

    private static String swapped(String text) {
        return text.codePoints()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
