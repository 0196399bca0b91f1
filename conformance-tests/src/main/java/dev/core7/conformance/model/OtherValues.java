package dev.core7.conformance.model;

import dev.core7.conformance.result.Finding;
import dev.core7.contract.JsonValues;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A new object does not have what another request sent for a field that its own request does not name. */
final class OtherValues {
    /** A server does not come upon a longer text by itself. */
    private static final int SHORT_TEXT = 8;

    private final Collection<TrackedObject> all;
    private final Rulings rulings;

    /** Type and field → the new objects whose requests did not name the field. */
    private final Map<String, List<Unnamed>> unnamed = new HashMap<>();

    private record Unnamed(Write create, @Nullable Object value) {}

    OtherValues(Collection<TrackedObject> all, Rulings rulings) {
        this.all = all;
        this.rulings = rulings;
    }

    void judge(Sighting sighting) {
        sighting.write()
                .filter(write -> write.creates() && write.accepted() && !write.opaque())
                .ifPresent(create -> {
                    rulings.judged(sighting.exchange(), Law.OTHERS_UNTOUCHED);
                    create.type().shown().properties().forEach((name, schema) -> {
                        if (sighting.shows(name) && isLeftOut(create, name, schema)) {
                            judge(sighting, create, name, schema);
                        }
                    });
                });
    }

    /** Whether neither the field nor one that it may follow is in the request. */
    private static boolean isLeftOut(Write create, String name, Schema schema) {
        return !name.equals("id")
                && !schema.flag("writeOnly")
                && !create.fields().containsKey(name)
                && !FieldRules.changesWith(schema, create.fields().keySet())
                && !FieldRules.changesByItself(schema)
                && FieldRules.changesUnless(schema).isEmpty()
                && FieldRules.setByServer(schema).isEmpty();
    }

    private void judge(Sighting sighting, Write create, String name, Schema schema) {
        @Nullable Object value = sighting.value(name);
        var earlier = unnamed.computeIfAbsent(create.type().creator().id() + " " + name, key -> new ArrayList<>());
        if (!isInRequest(create, value)) {
            writesBefore(sighting, name)
                    .filter(write -> Sameness.of(write.fields().get(name), value, Optional.of(schema)))
                    .filter(write -> isDistinctive(write.fields().get(name), schema)
                            || value instanceof Number && wasOther(earlier, create, write))
                    .findFirst()
                    .ifPresent(write -> rulings.broken(
                            sighting.exchange(),
                            Law.OTHERS_UNTOUCHED,
                            new Finding(
                                    sighting.where(name),
                                    "not what " + write.exchange().sent().id()
                                            + " sent for another object: this request does not name the field",
                                    JsonValues.describe(value))));
        }
        earlier.add(new Unnamed(create, value));
    }

    /** Whether a server may have taken the value from the request, for example a description from the name. */
    private static boolean isInRequest(Write create, @Nullable Object value) {
        return create.fields().values().stream()
                .anyMatch(sent -> sent instanceof String text && value instanceof String shown && text.contains(shown)
                        || Sameness.of(sent, value, Optional.empty()));
    }

    /** The writes to other objects of the type that named a field before, also those that were refused. */
    private Stream<Write> writesBefore(Sighting sighting, String name) {
        return all.stream()
                .filter(o ->
                        o != sighting.object() && o.type() == sighting.object().type())
                .flatMap(o -> Stream.concat(o.writes().stream(), o.refused().stream()))
                .filter(w ->
                        w.span().from() <= sighting.moment().to() && w.fields().get(name) != null);
    }

    /** Whether a server would not come upon the value by itself: a long text that is no listed value, or an object or list with one. */
    private static boolean isDistinctive(@Nullable Object value, Schema schema) {
        boolean isListed = !schema.enumeration().isEmpty() || schema.keyword("x-extensible-enum") != null;
        return !isListed && hasDistinctiveText(value);
    }

    private static boolean hasDistinctiveText(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().anyMatch(OtherValues::hasDistinctiveText);
        }
        if (value instanceof List<?> list) {
            return list.stream().anyMatch(OtherValues::hasDistinctiveText);
        }
        return value instanceof String text && text.strip().length() >= SHORT_TEXT;
    }

    /** Whether an object that an equal request created before the write had another value. */
    private static boolean wasOther(List<Unnamed> earlier, Write create, Write write) {
        return earlier.stream()
                .filter(other -> other.create().span().isBefore(write.span()) && isEqual(other.create(), create))
                .anyMatch(other -> other.value() == null);
    }

    /** Whether two creates differ in texts only. */
    private static boolean isEqual(Write one, Write other) {
        return one.fields().keySet().equals(other.fields().keySet())
                && one.fields().entrySet().stream().allMatch(field -> {
                    @Nullable Object value = other.fields().get(field.getKey());
                    return field.getValue() instanceof String && value instanceof String
                            || Objects.equals(field.getValue(), value);
                });
    }
}
