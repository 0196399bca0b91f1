package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.FieldEvidence;
import dev.core7.conformance.result.FieldEvidence.Seen;
import dev.core7.contract.Schema;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The variants leave out no field that may be null: each is null in one of them, and has a value in another. */
class NullableFieldsTest {
    private static Set<String> seen(Seen how, String variant) {
        var seen = new TreeSet<String>();
        BodyVariants.all()
                .filter(v -> v.name().startsWith(variant))
                .flatMap(v -> v.judged().evidence().stream())
                .filter(e -> e.seen() == how)
                .map(NullableFieldsTest::name)
                .forEach(seen::add);
        return seen;
    }

    private static String name(FieldEvidence evidence) {
        return evidence.operation().id() + " " + evidence.field();
    }

    private static Set<String> nullable() {
        var fields = new TreeSet<String>();
        Judged.CONTRACT
                .operations()
                .forEach(operation -> operation
                        .success()
                        .json()
                        .ifPresent(json -> collect(json.schema(), operation.id() + " ", fields, new HashSet<>())));
        return fields;
    }

    /** The filters of a cohort have a variant of their own, and schemas that contain themselves. */
    private static void collect(Schema schema, String at, Set<String> fields, Set<String> above) {
        schema.properties().forEach((name, field) -> {
            if (!field.flag("writeOnly") && !field.flag("x-own-only") && above.add(field.pointer())) {
                if (field.nullable()) {
                    fields.add(at + name);
                }
                collect(field, at + name + ".", fields, above);
                above.remove(field.pointer());
            }
        });
        schema.items().ifPresent(items -> collect(items, at.substring(0, at.length() - 1) + "[].", fields, above));
    }

    @Test
    void every_field_that_may_be_null_is_null_somewhere() {
        var nullable = nullable();
        // The texts of the run's own objects are shown.
        nullable.removeIf(field -> field.matches("(annotations|cohorts)_\\w+ (results\\[]\\.)?(content|name)"));
        assertThat(seen(Seen.ONLY_NULL, "null_in_every_nullable_field"))
                .isNotEmpty()
                .containsAll(nullable);
    }

    @Test
    void every_field_that_may_be_null_has_a_value_somewhere() {
        assertThat(seen(Seen.VALUE, "a_value_in_every_nullable_field")).containsAll(nullable());
    }
}
