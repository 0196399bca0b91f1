package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.JsonValues;
import dev.core7.contract.Schema;
import dev.core7.contract.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sends a field missing, null, of another type or of a wrong format. Each change is first applied to the example: a change that
 * the schema permits is not a fault.
 */
final class FieldFaults implements FaultFamily {
    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        faults.operation()
                .success()
                .json()
                .filter(json -> !json.examples().isEmpty())
                .ifPresent(json -> {
                    var example = new ExampleFaults(
                            faults, json.schema(), json.examples().get(0).value());
                    var locations = JsonEdit.Location.of(example.document(), json.schema());
                    locations.stream().filter(JsonEdit.Location::isMember).forEach(example::addDropped);
                    locations.forEach(example::addOtherTypes);
                    locations.stream()
                            .filter(location -> location.value() != null)
                            .forEach(example::addNull);
                    locations.stream()
                            .filter(location -> location.value() instanceof String)
                            .forEach(example::addMalformed);
                });
    }

    private static List<Object> otherTypes(@Nullable Object value) {
        Object object = Map.of("no", "such");
        return switch (JsonValues.type(value)) {
            case "string" -> List.of(12_345, object);
            case "integer", "number" -> List.of("12345");
            case "boolean" -> List.of("true");
            case "array" -> List.of(object);
            case "object" -> List.of(List.of(), "text");
            default -> List.of(object, 12_345, "text", true);
        };
    }

    /** Adds the faults that violate the schema of one example. */
    private record ExampleFaults(
            FaultCollector faults, Schema schema, @Nullable Object document) {
        private List<Violation> violations(JsonEdit edit) {
            return schema.violations(edit.in(document));
        }

        /** Adds a fault if it violates the schema, and returns whether it does. */
        private boolean addIfWrong(String kind, String variant, String description, JsonEdit edit) {
            boolean isWrong = !violations(edit).isEmpty();
            if (isWrong) {
                add(kind, variant, description, edit);
            }
            return isWrong;
        }

        private void add(String kind, String variant, String description, JsonEdit edit) {
            faults.add(kind, variant, description, FaultBehaviors.changingResponse(edit::in));
        }

        void addDropped(JsonEdit.Location location) {
            var edit = JsonEdit.remove(location.pointer());
            String description = "omits " + location.path();
            if (location.schema()
                    .flatMap(schema -> schema.text("x-absent-before"))
                    .isPresent()) {
                add("recent-field-dropped", location.path(), description, edit);
            } else {
                addIfWrong("field-dropped", location.path(), description, edit);
            }
        }

        void addNull(JsonEdit.Location location) {
            addIfWrong(
                    "null-not-allowed",
                    location.path(),
                    "returns null for " + location.path(),
                    JsonEdit.replace(location.pointer(), null));
        }

        /** Adds several types for an object, and one type for another value. */
        void addOtherTypes(JsonEdit.Location location) {
            for (Object other : otherTypes(location.value())) {
                String type = JsonValues.type(other);
                boolean added = addIfWrong(
                        "type-changed",
                        location.path() + "/" + type,
                        "returns " + location.path() + " as " + type,
                        JsonEdit.replace(location.pointer(), other));
                if (added && !(location.value() instanceof Map)) {
                    return;
                }
            }
        }

        void addMalformed(JsonEdit.Location location) {
            malformed(location)
                    .forEach((variant, text) -> addIfWrong(
                            "format-broken",
                            location.path() + "/" + variant,
                            "returns \"" + text + "\" for " + location.path(),
                            JsonEdit.replace(location.pointer(), text)));
        }

        /** Derives the expected format from the violation by a text without format. */
        private Map<String, String> malformed(JsonEdit.Location location) {
            var texts = new LinkedHashMap<String, String>();
            for (Violation violation : violations(JsonEdit.replace(location.pointer(), "?"))) {
                switch (violation.expected()) {
                    case "format date-time" -> {
                        texts.put("without-offset", "2019-08-24T14:15:22");
                        texts.put("word", "yesterday");
                    }
                    case "format uri" -> texts.put("relative", "/next?page=2");
                    case "format uuid" -> texts.put("word", "not-a-uuid");
                    default -> texts.put("word", "?");
                }
            }
            return texts;
        }
    }
}
