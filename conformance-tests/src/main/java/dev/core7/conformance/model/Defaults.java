package dev.core7.conformance.model;

import dev.core7.conformance.result.Finding;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Fields that a create does not name have their documented defaults ({@code x-default}) in its response. */
final class Defaults {
    private final Rulings rulings;

    Defaults(Rulings rulings) {
        this.rulings = rulings;
    }

    void judge(Write create) {
        if (!create.opaque()) {
            create.type().objectsIn(create.exchange()).forEach((pointer, object) -> judge(create, pointer, object));
        }
    }

    /** The page shows null for lists and objects, and PostHog an empty one. */
    private static boolean isOpen(@Nullable Object expected) {
        return expected == null || expected instanceof Collection || expected instanceof Map;
    }

    private void judge(Write create, String pointer, Map<?, ?> object) {
        create.type().shown().properties().forEach((name, schema) -> {
            @Nullable Object expected = schema.keyword("x-default");
            boolean follows = create.fields().containsKey(name)
                    || FieldRules.changesWith(schema, create.fields().keySet());
            if (isOpen(expected) || follows || !object.containsKey(name)) {
                return;
            }
            rulings.judged(create.exchange(), Law.DEFAULT_VALUES);
            if (!Sameness.of(expected, object.get(name), Optional.of(schema))) {
                rulings.broken(
                        create.exchange(),
                        Law.DEFAULT_VALUES,
                        new Finding(
                                JsonPointer.child(pointer, name),
                                JsonValues.describe(expected) + ", the default",
                                JsonValues.describe(object.get(name))));
            }
        });
    }
}
