package dev.core7.mock.state;

import dev.core7.contract.Schema;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Determines the field values of an object: those the server sets, and those a request writes. */
final class ObjectFields {
    private static final DateTimeFormatter WITH_MICROS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter(Locale.ROOT);

    static final String ID = "id";
    static final String CREATED_AT = "created_at";
    static final String UPDATED_AT = "updated_at";
    static final String CREATED_BY = "created_by";

    private final Resource resource;
    private final Set<String> more;

    /** @param more names of request fields that are stored although the contract does not have them */
    ObjectFields(Resource resource, Set<String> more) {
        this.resource = resource;
        this.more = more;
    }

    /** Returns the fields of a new object before the request is applied; its creator is the user in the contract's example. */
    Map<String, @Nullable Object> initial(Object id, Instant now) {
        var example = resource.example();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        resource.fields().forEach((name, schema) -> {
            fields.put(
                    name,
                    switch (name) {
                        case ID -> id;
                        case CREATED_AT, UPDATED_AT -> text(now);
                        case CREATED_BY -> example.get(CREATED_BY);
                        default -> MockExtensions.initial(schema);
                    });
        });
        return fields;
    }

    /** Returns the fields of an object with those of a request; read-only and unknown fields are ignored. */
    Map<String, @Nullable Object> written(Map<String, @Nullable Object> object, ObjectRequest request) {
        var known = resource.fields();
        var written = new LinkedHashMap<>(object);
        sentFields(request).forEach((name, value) -> {
            var schema = known.get(name);
            if (schema != null && !schema.flag("readOnly")) {
                written.put(name, storedValue(schema, value));
            }
        });
        more.stream()
                .filter(name -> request.fields().containsKey(name) && !known.containsKey(name))
                .forEach(name -> written.put(name, request.fields().get(name)));
        return written;
    }

    /** Returns the fields of an object with those that the user gives for it. */
    Map<String, @Nullable Object> given(
            Map<String, @Nullable Object> object, Map<String, ? extends @Nullable Object> given) {
        var all = new LinkedHashMap<>(object);
        given.forEach((name, value) -> {
            var schema = resource.fields().get(name);
            all.put(name, schema == null ? value : storedValue(schema, value));
        });
        return all;
    }

    /** Returns the fields with a new time of change. */
    Map<String, @Nullable Object> withUpdateTime(Map<String, @Nullable Object> object, Instant now) {
        var updated = new LinkedHashMap<>(object);
        updated.computeIfPresent(UPDATED_AT, (name, before) -> text(now));
        return updated;
    }

    /** Returns the fields with the counters of this update increased. */
    Map<String, @Nullable Object> counted(Map<String, @Nullable Object> object, ObjectRequest request) {
        var counted = new LinkedHashMap<>(object);
        resource.fields()
                .forEach((name, schema) -> MockExtensions.counts(schema)
                        .map(field -> sentFields(request).get(field))
                        .filter(sent -> !sent.equals(""))
                        .ifPresent(sent -> counted.computeIfPresent(
                                name, (n, count) -> count instanceof Integer number ? number + 1 : count)));
        return counted;
    }

    /** Returns whether another object already has a text of the request that no two objects may have. */
    static boolean isTaken(ObjectRequest request, Supplier<List<StoredObject>> others) {
        var body = request.operation().body();
        return sentFields(request).entrySet().stream()
                .filter(field -> MockExtensions.isUnique(
                        body.orElseThrow().schema().properties().get(field.getKey())))
                .anyMatch(field -> others.get().stream()
                        .anyMatch(other -> String.valueOf(field.getValue())
                                .equalsIgnoreCase(String.valueOf(other.fields().get(field.getKey())))));
    }

    /** Returns the fields of a request that its schema defines. */
    static Map<String, @Nullable Object> sentFields(ObjectRequest request) {
        var sent = new LinkedHashMap<String, @Nullable Object>();
        request.operation()
                .body()
                .ifPresent(body -> body.schema().properties().keySet().stream()
                        .filter(request.fields()::containsKey)
                        .forEach(name -> sent.put(name, request.fields().get(name))));
        return sent;
    }

    private static @Nullable Object storedValue(Schema schema, @Nullable Object value) {
        if (value == null) {
            return schema.nullable() ? null : MockExtensions.initial(schema);
        }
        if (value instanceof Number && schema.types().contains("string")) {
            return value.toString();
        }
        return value instanceof String text && isTime(schema) ? inUtc(text) : value;
    }

    /** Returns whether a schema describes a point in time. */
    static boolean isTime(Schema schema) {
        return schema.text("format").filter("date-time"::equals).isPresent();
    }

    private static String inUtc(String time) {
        try {
            return text(OffsetDateTime.parse(time).toInstant());
        } catch (DateTimeException e) {
            return time;
        }
    }

    /** Formats a time as PostHog does: in UTC, with microseconds or without a fraction. */
    static String text(Instant time) {
        var micros = time.truncatedTo(ChronoUnit.MICROS);
        return micros.getNano() == 0 ? micros.toString() : WITH_MICROS.format(micros);
    }
}
