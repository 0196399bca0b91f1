package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.coverage.Coverage;
import dev.core7.conformance.coverage.Item;
import dev.core7.conformance.coverage.Usage;
import dev.core7.contract.Schema;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The variants leave out no field that may be null: each is null in one of them, and has a value in another. */
class NullableFieldsTest {
    private static Set<String> seen(String form, String variant) {
        var seen = new TreeSet<String>();
        BodyVariants.all()
                .filter(v -> v.name().startsWith(variant))
                .flatMap(v -> Coverage.of(v.judged()).stream())
                .forEach(coverage -> coverage.items(Item.Kind.RESPONSE_FIELD).stream()
                        .filter(item -> first(item).equals(form))
                        .forEach(item -> seen.add(coverage.operation().id() + " " + item.name())));
        return seen;
    }

    /** The form that was seen; a value outweighs null. */
    private static String first(Item item) {
        return item.usages().stream()
                .filter(Usage::isExercised)
                .map(Usage::form)
                .filter(form -> form.equals(Usage.VALUE) || form.equals(Usage.NULL))
                .findFirst()
                .orElse("");
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
        // A page of one item has a next page.
        nullable.removeIf(field -> field.endsWith(" next"));
        assertThat(seen(Usage.NULL, "null_in_every_nullable_field"))
                .isNotEmpty()
                .containsAll(nullable);
    }

    @Test
    void every_field_that_may_be_null_has_a_value_somewhere() {
        assertThat(seen(Usage.VALUE, "a_value_in_every_nullable_field")).containsAll(nullable());
    }
}
