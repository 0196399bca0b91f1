package dev.core7.mock.state;

import dev.core7.contract.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters lists by query parameters, each described by an extension or named like a field. */
final class ListFilters {
    private ListFilters() {}

    /** Returns the filter of a query. */
    static Predicate<StoredObject> of(ListOperation listing, ObjectRequest request) {
        var sent = listing.parameters().stream()
                .filter(parameter -> !request.parameter(parameter.name()).isEmpty())
                .toList();
        return object -> sent.stream().allMatch(parameter -> matches(object, parameter, request));
    }

    private static boolean matches(StoredObject object, Parameter parameter, ObjectRequest request) {
        String sent = request.parameter(parameter.name());
        var search = MockExtensions.search(parameter.schema());
        if (!search.isEmpty()) {
            return contains(object.fields().get(String.valueOf(search.get("in"))), sent, search);
        }
        var filter = MockExtensions.filter(parameter.schema());
        if (!filter.isEmpty()) {
            return !applies(filter, request)
                    || hasFields(
                            object,
                            MockExtensions.asMap(
                                    MockExtensions.asMap(filter.get("values")).get(sent)));
        }
        return !object.fields().containsKey(parameter.name())
                || sent.equals(String.valueOf(object.fields().get(parameter.name())));
    }

    /** Returns whether a value contains every word, ignoring case. */
    private static boolean contains(@Nullable Object value, String words, Map<String, @Nullable Object> search) {
        String text = lower(value == null ? "" : value.toString());
        boolean whole = "word".equals(search.get("by"));
        return List.of(lower(words).strip().split("\\s+")).stream()
                .allMatch(word -> whole ? hasWord(text, word) : text.contains(word));
    }

    private static boolean hasWord(String text, String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns whether the parameters on which the filter depends are set. */
    private static boolean applies(Map<String, @Nullable Object> filter, ObjectRequest request) {
        return MockExtensions.asMap(filter.get("when")).entrySet().stream()
                .allMatch(when -> request.parameter(when.getKey()).equals(when.getValue()));
    }

    /** Returns whether each field is set or unset as expected; a value without a described meaning matches all objects. */
    private static boolean hasFields(StoredObject object, Map<String, @Nullable Object> expected) {
        return expected.entrySet().stream()
                .allMatch(field -> isSet(object.fields().get(field.getKey())) == Boolean.TRUE.equals(field.getValue()));
    }

    private static boolean isSet(@Nullable Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }
}
