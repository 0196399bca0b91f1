package dev.core7.conformance.benign;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes that a correct server may make to the objects of a run; no law is broken. */
final class StoredObjectVariants {
    private StoredObjectVariants() {}

    static Stream<Variant> all() {
        var edits = new AtomicInteger();
        return Stream.of(
                Variant.of("texts_are_trimmed", Shapes.texts(String::strip)),
                Variant.of(
                        "times_of_milliseconds",
                        Shapes.texts(text -> text.replaceFirst("(T\\d\\d:\\d\\d:\\d\\d\\.\\d{3})\\d+Z$", "$1Z"))),
                Variant.of(
                        "times_of_whole_seconds",
                        Shapes.texts(text -> text.replaceFirst("(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z$", "$1Z"))),
                Variant.of("the_user_is_edited_meanwhile", Shapes.objects(object -> {
                    object.computeIfPresent("first_name", (name, value) -> "Edit " + edits.incrementAndGet());
                    return object;
                })),
                Variant.of("filters_with_bytecode", leaves("bytecode", List.of("_H", 1))),
                Variant.of("filters_with_nulls", leaves("negation_of_old", null)),
                Variant.of("charts_are_renamed_meanwhile", Shapes.objects(object -> {
                    if (object.containsKey("insight_name")) {
                        object.put("insight_name", "Chart " + edits.incrementAndGet());
                    }
                    return object;
                })),
                Variant.of("a_history_of_old_versions", Shapes.objects(object -> {
                    if (Boolean.FALSE.equals(object.get("is_static"))) {
                        object.put("version", edits.incrementAndGet());
                        object.put("pending_version", edits.incrementAndGet());
                        object.put("errors_calculating", edits.incrementAndGet() % 2);
                    }
                    return object;
                })),
                Variant.of("the_type_of_cohort_is_worked_out", Shapes.objects(object -> {
                    if (object.containsKey("cohort_type")) {
                        boolean isStatic = Boolean.TRUE.equals(object.get("is_static"));
                        object.put("cohort_type", isStatic ? "static" : "person_property");
                    }
                    return object;
                })));
    }

    private static Twist leaves(String name, @Nullable Object value) {
        return Shapes.objects(object -> {
            if (object.containsKey("operator") && object.containsKey("key")) {
                object.put(name, value);
            }
            return object;
        });
    }
}
