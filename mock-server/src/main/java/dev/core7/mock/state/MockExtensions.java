package dev.core7.mock.state;

import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the contract's {@code x-mock-…} extensions, which describe behaviour that the mock cannot derive. */
final class MockExtensions {
    private static final String DEFAULT = "x-default";
    private static final int PAGE_SIZE = 100;

    private MockExtensions() {}

    /** Returns the initial value of a field: the extension, else null, else the empty value of its type. */
    static @Nullable Object initial(Schema schema) {
        var value = schema.keyword(DEFAULT);
        if (value != null || schema.nullable()) {
            return value;
        }
        if (schema.types().contains("string")) {
            return schema.enumeration().isEmpty() ? "" : schema.enumeration().get(0);
        }
        if (schema.types().contains("boolean")) {
            return false;
        }
        if (schema.types().contains("array")) {
            return List.of();
        }
        return schema.types().contains("object") ? blank(schema) : (Object) 0;
    }

    /** Returns an object with its required properties, each with its initial value. */
    private static Map<String, @Nullable Object> blank(Schema schema) {
        var blank = new LinkedHashMap<String, @Nullable Object>();
        var properties = schema.properties();
        schema.required().stream().filter(properties::containsKey).forEach(name -> {
            blank.put(name, initial(properties.get(name)));
        });
        return blank;
    }

    /** Returns the operations ({@code list}, {@code retrieve}) that do not return objects in which this property is true. */
    static List<String> hidesFrom(Schema property) {
        return property.keyword("x-hides-from") instanceof List<?> operations
                ? operations.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns the field that lists are sorted by, with a minus for descending order. */
    static Optional<String> order(Schema object) {
        return object.text("x-order");
    }

    /** Returns the field values with which requests below other parents reach an object, too. */
    static Map<String, @Nullable Object> sharedIf(Schema object) {
        return asMap(object.keyword("x-shared-if"));
    }

    /** Returns the field that disables this background-work flag. Without it, the flag is true in the response to a write. */
    static Optional<String> busyUnless(Schema property) {
        return property.text("x-mock-busy-unless");
    }

    /** Returns the field values of seeds in which this request field is set. */
    static Map<String, @Nullable Object> seededIf(Schema property) {
        return asMap(property.keyword("x-mock-seeded-if"));
    }

    /** Returns the request field whose updates this property counts. */
    static Optional<String> counts(Schema property) {
        return property.text("x-mock-counts");
    }

    /** Returns whether no two objects may have the same text here, in any case. */
    static boolean isUnique(Schema property) {
        return property.flag("x-mock-unique");
    }

    /** Returns whether the initial objects are exactly those of the example of their list. */
    static boolean isSeededByExamples(Schema object) {
        return object.text("x-mock-seeds").filter("examples"::equals).isPresent();
    }

    /** Returns which events a body lists ({@code shows}), and the kind of object in PostHog's words ({@code scope}). */
    static Map<String, @Nullable Object> history(Schema body) {
        return asMap(body.keyword("x-mock-history"));
    }

    /** Returns the default size of a page. */
    static int pageSize(Schema parameter) {
        return parameter.keyword("x-mock-page-size") instanceof Integer size ? size : PAGE_SIZE;
    }

    /** Returns which field a search uses ({@code in}), and whether for parts or whole words ({@code by}). */
    static Map<String, @Nullable Object> search(Schema parameter) {
        return asMap(parameter.keyword("x-search"));
    }

    /** Returns the meaning of a parameter ({@code values}: value → field → whether it is set), and when it applies. */
    static Map<String, @Nullable Object> filter(Schema parameter) {
        return asMap(parameter.keyword("x-filter"));
    }

    /** Returns the type of the members on which this property has the effect ({@code admit}, {@code add}, {@code remove}, {@code
     * count}). */
    static Optional<String> members(Schema property, String effect) {
        return property.keyword("x-members") instanceof Map<?, ?> members
                ? members.entrySet().stream()
                        .filter(entry -> effect.equals(entry.getValue()))
                        .map(entry -> entry.getKey().toString())
                        .findFirst()
                : Optional.empty();
    }

    /** Returns a JSON object as a map; an empty one if the value is not an object. */
    static Map<String, @Nullable Object> asMap(@Nullable Object value) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put(name.toString(), field));
        }
        return fields;
    }
}
