package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.contract.JsonValues;
import dev.core7.contract.Schema;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fields that follow another field of the object ({@code x-derived-from}). Without a source, all objects of a type show a
 * value or none does. With equal sources, all objects in one response show the same; between two responses, somebody may have changed the
 * source.
 */
final class DerivedValues {
    private final Rulings rulings;
    private final Map<String, Shown> withoutSource = new HashMap<>();
    private final Map<Exchange, Map<String, Shown>> inResponse = new IdentityHashMap<>();

    /** A value, and where it was shown first. */
    private record Shown(@Nullable Object value, String where) {}

    DerivedValues(Rulings rulings) {
        this.rulings = rulings;
    }

    void judge(Sighting sighting) {
        sighting.object()
                .type()
                .shown()
                .properties()
                .forEach((name, schema) -> FieldRules.derivedFrom(schema)
                        .filter(source -> sighting.shows(name) && sighting.shows(source))
                        .ifPresent(source -> judge(sighting, name, schema, source)));
    }

    private void judge(Sighting sighting, String name, Schema schema, String source) {
        var exchange = sighting.exchange();
        @Nullable Object sourceValue = sighting.value(source);
        String key = sighting.object().type().creator().id() + " " + name;
        var before = sourceValue == null
                ? withoutSource.putIfAbsent(
                        key, new Shown(sighting.value(name), exchange.sent().id()))
                : inResponse
                        .computeIfAbsent(exchange, e -> new HashMap<>())
                        .putIfAbsent(
                                key + " " + sourceValue,
                                new Shown(sighting.value(name), "the object before in the list"));
        rulings.judged(exchange, Law.DERIVED_FOLLOWS_SOURCE);
        if (before != null && !agree(before.value(), sighting.value(name), sourceValue, schema)) {
            rulings.broken(
                    exchange,
                    Law.DERIVED_FOLLOWS_SOURCE,
                    new Finding(
                            sighting.where(name),
                            JsonValues.describe(before.value()) + ", as " + before.where() + " shows it if " + source
                                    + " is " + JsonValues.describe(sourceValue),
                            JsonValues.describe(sighting.value(name))));
        }
    }

    private static boolean agree(
            @Nullable Object before, @Nullable Object now, @Nullable Object source, Schema schema) {
        return source == null
                ? (before == null) == (now == null)
                : Sameness.of(before, now, Optional.of(schema));
    }
}
