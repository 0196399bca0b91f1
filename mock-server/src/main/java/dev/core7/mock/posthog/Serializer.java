package dev.core7.mock.posthog;

import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.validation.BodyReading;
import dev.core7.mock.validation.PythonType;
import dev.core7.mock.validation.RequestBody;
import dev.core7.mock.validation.StandardBodies;
import dev.core7.mock.validation.StoredFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the body of a create or an update as PostHog's serializers do: each field, then rules for several of them. */
final class Serializer {
    private Serializer() {}

    static BodyReading read(Operation operation, RequestBody body, StoredFields stored) {
        var notAnObject = notAnObject(body);
        if (notAnObject.isPresent()) {
            return BodyReading.refused(notAnObject.get());
        }
        var schemaOfBody = operation.body().orElseThrow().schema();
        var known = schemaOfBody.properties();
        var required = schemaOfBody.required();
        var names = body.names();
        var rules = ObjectRules.of(known.keySet(), operation, body, stored);
        var errors = new ArrayList<PostHogError>();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        names.forEach(name -> fields.put(name, body.field(name)));
        known.forEach((name, schema) -> {
            if (names.contains(name)) {
                var read = limited(name, schema, SerializerFields.read(name, schema, body));
                var checked = rules.check(name, read);
                fields.put(name, checked.value());
                checked.error().ifPresent(errors::add);
            } else if (required.contains(name)) {
                errors.add(PostHogError.invalid("required", "This field is required.", name));
            }
        });
        if (errors.isEmpty()) {
            together(known, fields, rules).ifPresent(errors::add);
        }
        var conflict = errors.isEmpty() ? rules.conflict(fields) : Optional.<PostHogError>empty();
        return new BodyReading(fields, errors, conflict);
    }

    /** Returns the reading after the check of a number's limits, or of an object whose fields the contract lists. */
    private static Reading limited(String name, Schema schema, Reading read) {
        boolean hasType = schema.keyword("type") != null;
        boolean isNested =
                schema.types().contains("object") && !schema.properties().isEmpty();
        boolean isNumber =
                read.value() instanceof Number && schema.text("x-fixture").isEmpty();
        return read.error().isPresent() || !hasType || !isNested && !isNumber
                ? read
                : StandardBodies.wrong(name, schema, read.value())
                        .map(error -> new Reading(read.value(), Optional.of(error)))
                        .orElse(read);
    }

    /** Returns the error for a body that is not an object. */
    static Optional<PostHogError> notAnObject(RequestBody body) {
        if (body.hasFields()) {
            return Optional.empty();
        }
        return Optional.of(
                body.value() == null
                        ? PostHogError.invalid("null", "This field may not be null.", null)
                        : PostHogError.invalidInput(
                                "Invalid data. Expected a dictionary, but got " + PythonType.of(body.value()) + "."));
    }

    private static Optional<PostHogError> together(
            Map<String, Schema> known, Map<String, @Nullable Object> fields, ObjectRules rules) {
        for (var entry : known.entrySet()) {
            var reference =
                    SerializerFields.unknownReference(entry.getKey(), entry.getValue(), fields.get(entry.getKey()));
            if (reference.isPresent()) {
                return reference;
            }
        }
        for (var entry : known.entrySet()) {
            if (entry.getValue().keyword("x-mock-refused") instanceof Map<?, ?> refused
                    && refused.get(String.valueOf(fields.get(entry.getKey()))) instanceof String detail) {
                return Optional.of(PostHogError.invalidInput(detail));
            }
        }
        return rules.together(fields);
    }
}
