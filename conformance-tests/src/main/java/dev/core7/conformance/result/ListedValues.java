package dev.core7.conformance.result;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The values of fields for which the contract lists the known values ({@code x-extensible-enum}); other values are allowed. */
public final class ListedValues {
    private static final String LIST = "x-extensible-enum";

    private ListedValues() {}

    /**
     * A value of such a field.
     *
     * @param field its path in the response, with {@code []} for the items of a list
     * @param pointer its JSON Pointer
     * @param known the listed values
     */
    public record Shown(String field, String pointer, String value, List<String> known) {
        /** Whether the contract lists the value. */
        public boolean isKnown() {
            return known.contains(value);
        }

        /** The listed value that differs from it only by case. */
        public Optional<String> differingOnlyByCase() {
            return isKnown()
                    ? Optional.empty()
                    : known.stream().filter(value::equalsIgnoreCase).findFirst();
        }
    }

    /**
     * The values that an accepted response shows.
     *
     * @param isOwn whether the run created the object with an id; fields marked {@code x-own-only} of other objects are left out
     */
    public static List<Shown> in(Exchange exchange, Predicate<@Nullable Object> isOwn) {
        var shown = new ArrayList<Shown>();
        var schema = exchange.sent().called().success().json();
        if (exchange.isAcceptedCall() && schema.isPresent()) {
            try {
                new Collector(isOwn, shown)
                        .collect(exchange.response().json(), schema.get().schema(), "", "");
            } catch (Json.NotJsonException e) {
                // A body that is not JSON shows no value; the check of the body reports it.
            }
        }
        return shown;
    }

    /** Whether a schema has a field with listed values. */
    public static boolean has(Schema schema) {
        return has(schema, new HashSet<>());
    }

    private static boolean has(Schema schema, Set<String> seen) {
        return seen.add(schema.pointer())
                && (schema.keyword(LIST) != null
                        || schema.properties().values().stream().anyMatch(property -> has(property, seen))
                        || schema.items().filter(items -> has(items, seen)).isPresent());
    }

    private record Collector(Predicate<@Nullable Object> isOwn, List<Shown> shown) {
        void collect(@Nullable Object value, Schema schema, String field, String pointer) {
            if (value instanceof String text && schema.keyword(LIST) instanceof List<?> known) {
                shown.add(new Shown(
                        field,
                        pointer,
                        text,
                        known.stream().map(String::valueOf).toList()));
            } else if (value instanceof Map<?, ?> map) {
                schema.properties().forEach((name, property) -> {
                    if (map.containsKey(name) && (!property.flag("x-own-only") || isOwn.test(map.get("id")))) {
                        String path = field.isEmpty() ? name : field + "." + name;
                        collect(map.get(name), property, path, JsonPointer.child(pointer, name));
                    }
                });
            } else if (value instanceof List<?> list && schema.items().isPresent()) {
                for (int i = 0; i < list.size(); i++) {
                    collect(list.get(i), schema.items().get(), field + "[]", JsonPointer.child(pointer, i));
                }
            }
        }
    }
}
