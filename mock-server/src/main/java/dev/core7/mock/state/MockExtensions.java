package dev.core7.mock.state;

import dev.core7.contract.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the contract says for the mock alone, where behaviour cannot be derived: the {@code x-mock-…} extensions. */
final class MockExtensions {
    private static final String DEFAULT = "x-mock-default";
    private static final int PAGE_SIZE = 100;

    private MockExtensions() {}

    /** What a new object has in a field of which the request says nothing: the hint, else null, else nothing of its type. */
    static @Nullable Object initial(Schema schema) {
        var hint = schema.keyword(DEFAULT);
        if (hint != null || schema.nullable()) {
            return hint;
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

    /** An object with its required properties, each as new. */
    private static Map<String, @Nullable Object> blank(Schema schema) {
        var blank = new LinkedHashMap<String, @Nullable Object>();
        var properties = schema.properties();
        schema.required().stream().filter(properties::containsKey).forEach(name -> {
            blank.put(name, initial(properties.get(name)));
        });
        return blank;
    }

    /** Where an object in which this property is true is not found: {@code list}, {@code retrieve}. */
    static List<String> hidesFrom(Schema property) {
        return property.keyword("x-mock-hides-from") instanceof List<?> places
                ? places.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The field that lists are sorted by, with a minus for the greatest first. */
    static Optional<String> order(Schema object) {
        return object.text("x-mock-order");
    }

    /** The field that, where it is true, keeps this property false after a write. */
    static Optional<String> busyUnless(Schema property) {
        return property.text("x-mock-busy-unless");
    }

    /** The values that an object must have for this field of a request. */
    static Map<String, @Nullable Object> needs(Schema property) {
        return object(property.keyword("x-mock-needs"));
    }

    /** How many objects a page holds. */
    static int pageSize(Schema parameter) {
        return parameter.keyword("x-mock-page-size") instanceof Integer size ? size : PAGE_SIZE;
    }

    /** Which field a search looks at ({@code in}), and whether for parts or whole words ({@code by}). */
    static Map<String, @Nullable Object> search(Schema parameter) {
        return object(parameter.keyword("x-mock-search"));
    }

    /** What a parameter's values mean ({@code values}: value → field → whether it is set), and when they count. */
    static Map<String, @Nullable Object> filter(Schema parameter) {
        return object(parameter.keyword("x-mock-filter"));
    }

    /** The members that this property admits, adds, removes or counts. */
    static Optional<String> members(Schema property, String verb) {
        return property.keyword("x-mock-members") instanceof Map<?, ?> members
                ? members.entrySet().stream()
                        .filter(entry -> verb.equals(entry.getValue()))
                        .map(entry -> entry.getKey().toString())
                        .findFirst()
                : Optional.empty();
    }

    /** A hint that is an object; one that is not there has no fields. */
    static Map<String, @Nullable Object> object(@Nullable Object hint) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (hint instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(name.toString(), value));
        }
        return fields;
    }
}
