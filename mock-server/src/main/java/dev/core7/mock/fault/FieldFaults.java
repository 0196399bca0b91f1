package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.JsonValues;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.contract.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends a field missing, null, of another type or of a wrong format. Each change is tried on the example first: a change that the
 * schema permits is not a fault.
 */
final class FieldFaults implements FaultFamily {
    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        return operation
                .success()
                .json()
                .filter(json -> !json.examples().isEmpty())
                .map(json -> faults(operation, json))
                .orElse(List.of());
    }

    private static List<Fault> faults(Operation operation, MediaType json) {
        var example =
                new Candidate(operation, json.schema(), json.examples().get(0).value());
        var places = JsonLocation.of(example.document(), json.schema());
        var faults = new ArrayList<Fault>();
        places.forEach(place -> dropped(example, place).ifPresent(faults::add));
        places.forEach(place -> faults.addAll(ofOtherTypes(example, place)));
        places.forEach(place -> nulled(example, place).ifPresent(faults::add));
        places.forEach(place -> faults.addAll(malformed(example, place)));
        return faults;
    }

    private static Optional<Fault> dropped(Candidate example, JsonLocation place) {
        if (!place.isMember()) {
            return Optional.empty();
        }
        var edit = JsonEdit.remove(place.pointer());
        var since = place.schema().flatMap(schema -> schema.text("x-absent-before"));
        return since.isPresent()
                ? Optional.of(example.fault("recent-field-dropped", place.path(), "leaves out " + place.path(), edit))
                : example.ifWrong("field-dropped", place.path(), "leaves out " + place.path(), edit);
    }

    private static Optional<Fault> nulled(Candidate example, JsonLocation place) {
        return place.value() == null
                ? Optional.empty()
                : example.ifWrong(
                        "null-not-allowed",
                        place.path(),
                        "answers null as " + place.path(),
                        JsonEdit.replace(place.pointer(), null));
    }

    private static List<Fault> ofOtherTypes(Candidate example, JsonLocation place) {
        var faults = new ArrayList<Fault>();
        for (Object other : otherTypes(place.value())) {
            String type = JsonValues.type(other);
            example.ifWrong(
                            "type-changed",
                            place.path() + "/" + type,
                            "answers " + place.path() + " as " + type,
                            JsonEdit.replace(place.pointer(), other))
                    .ifPresent(faults::add);
        }
        // A container is replaced by several types, a plain value by one.
        return place.value() instanceof Map ? faults : faults.stream().limit(1).toList();
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

    private static List<Fault> malformed(Candidate example, JsonLocation place) {
        var faults = new ArrayList<Fault>();
        if (place.value() instanceof String) {
            wrongForms(example, place)
                    .forEach((name, text) -> example.ifWrong(
                                    "format-broken",
                                    place.path() + "/" + name,
                                    "answers \"" + text + "\" as " + place.path(),
                                    JsonEdit.replace(place.pointer(), text))
                            .ifPresent(faults::add));
        }
        return faults;
    }

    /** Derives the expected format from the violation by a text without format. */
    private static Map<String, String> wrongForms(Candidate example, JsonLocation place) {
        var forms = new LinkedHashMap<String, String>();
        for (Violation violation : example.violations(JsonEdit.replace(place.pointer(), "?"))) {
            switch (violation.expected()) {
                case "format date-time" -> {
                    forms.put("without-offset", "2019-08-24T14:15:22");
                    forms.put("word", "yesterday");
                }
                case "format uri" -> forms.put("relative", "/next?page=2");
                case "format uuid" -> forms.put("word", "not-a-uuid");
                default -> forms.put("word", "?");
            }
        }
        return forms;
    }

    /** An example on which changes are tried. */
    private record Candidate(
            Operation operation, Schema schema, @Nullable Object document) {
        List<Violation> violations(JsonEdit edit) {
            return schema.violations(edit.in(document));
        }

        Optional<Fault> ifWrong(String kind, String variant, String description, JsonEdit edit) {
            return violations(edit).isEmpty() ? Optional.empty() : Optional.of(fault(kind, variant, description, edit));
        }

        Fault fault(String kind, String variant, String description, JsonEdit edit) {
            return FaultFamily.fault(operation, kind, variant, description, FaultBehaviors.onGranted(edit::in));
        }
    }
}
