package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Paths;
import dev.core7.contract.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query parameter that filters a list, by the field with its name or by the fields that {@code x-filter} names for each value. */
record Filter(Parameter parameter) {
    private static final int VALUES = 2;

    /** The filters of a list. */
    static List<Filter> of(ListOperation list) {
        var fields = list.item().properties().keySet();
        return list.parameters().stream()
                .filter(parameter ->
                        parameter.schema().keyword("x-filter") != null || fields.contains(parameter.name()))
                .map(Filter::new)
                .toList();
    }

    String name() {
        return parameter.name();
    }

    /** The values to send: those of the enumeration, or some values of the items. */
    List<String> values(List<Map<?, ?>> items) {
        if (!hint().isEmpty()) {
            return parameter.schema().enumeration().stream()
                    .map(String::valueOf)
                    .toList();
        }
        return items.stream()
                .flatMap(item -> text(item.get(name())).stream())
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(VALUES)
                .toList();
    }

    /** Whether nothing in an item contradicts the value; older servers lack some fields. */
    boolean fits(Map<?, ?> item, String value) {
        return hint().isEmpty()
                ? !item.containsKey(name()) || hasValue(item, value)
                : fields(value).keySet().stream().anyMatch(field -> !item.containsKey(field))
                        || fields(value).isEmpty()
                        || fields(value).entrySet().stream().anyMatch(field -> matches(item, field));
    }

    /** Whether all fields of an item match the value. */
    boolean surelyFits(Map<?, ?> item, String value) {
        return hint().isEmpty()
                ? hasValue(item, value)
                : fields(value).entrySet().stream()
                        .allMatch(field -> item.containsKey(field.getKey()) && matches(item, field));
    }

    private boolean hasValue(Map<?, ?> item, String value) {
        return text(item.get(name())).equals(Optional.of(value));
    }

    private static boolean matches(Map<?, ?> item, Map.Entry<?, ?> field) {
        return isSet(item.get(field.getKey())) == Boolean.TRUE.equals(field.getValue());
    }

    private Map<?, ?> hint() {
        return object(parameter.schema().keyword("x-filter"));
    }

    private Map<?, ?> fields(String value) {
        return object(object(hint().get("values")).get(value));
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    private static Optional<String> text(@Nullable Object value) {
        return value instanceof String || value instanceof Number ? Optional.of(Paths.text(value)) : Optional.empty();
    }

    private static Map<?, ?> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
