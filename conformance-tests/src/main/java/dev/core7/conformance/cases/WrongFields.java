package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.inputs.Defect;
import dev.core7.conformance.inputs.ExamplePlace;
import dev.core7.conformance.inputs.InvalidValues;
import dev.core7.conformance.objects.FieldPreconditions;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends request bodies with one invalid field, at any depth: of the wrong type, with an invalid value, with a listed value in
 * another case, too long, null, beyond a limit, or missing.
 */
@AutoService(CaseSource.class)
public final class WrongFields implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    private static final Map<Defect.Verdict, Set<Integer>> LEGAL = Map.of(
            Defect.Verdict.REFUSE,
            Set.of(400, 422),
            // A long field may exceed the server's limit for the whole body (RFC 9110 §15.5.14).
            Defect.Verdict.REFUSE_LENGTH,
            Set.of(400, 413, 422),
            Defect.Verdict.REFUSE_OR_ACCEPT,
            Set.of(200, 201, 202, 204, 400, 404, 409, 422));

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (operation.body().isEmpty()) {
            return List.of();
        }
        var schema = operation.body().get().schema();
        var cases = new ArrayList<Case>();
        schema.properties().forEach((name, field) -> {
            for (Defect defect : InvalidValues.of(field)) {
                cases.add(wrong(operation, target, name, field, name, defect, defect.value()));
            }
        });
        for (String name : schema.required()) {
            var defect = Defect.missingField();
            cases.add(Case.withMinimalKey(target, operation, id(name, defect), badInput(name, defect))
                    .withChange(draft -> draft.withBody(without(draft.body(), name))));
        }
        schema.properties().forEach((name, field) -> cases.addAll(deepCases(operation, contract, target, name, field)));
        return cases;
    }

    /** The cases with a defect inside the value that an example has for the field. */
    private static List<Case> deepCases(
            Operation operation, Contract contract, Target target, String name, Schema field) {
        var example = example(operation, contract, name, field);
        if (example.isEmpty() || field.text("x-never-send").isPresent()) {
            return List.of();
        }
        var cases = new ArrayList<Case>();
        for (ExamplePlace place : ExamplePlace.below(field, example.get())) {
            var defects = new ArrayList<>(InvalidValues.of(place.schema()));
            if (place.required()) {
                defects.add(Defect.missingField());
            }
            if (place.schema().enumeration().isEmpty()) {
                InvalidValues.otherCase(place.schema(), place.of(example.get())).ifPresent(defects::add);
            }
            String where = name + "-" + place.name();
            for (Defect defect : defects) {
                cases.add(wrong(operation, target, name, field, where, defect, place.in(example.get(), defect)));
            }
        }
        return cases;
    }

    /** The value of a field in an example of the operation, or else of another operation that has the same field. */
    private static Optional<Object> example(Operation operation, Contract contract, String name, Schema field) {
        var operations = new ArrayList<>(List.of(operation));
        operations.addAll(contract.operations());
        return operations.stream()
                .flatMap(other -> other.body().stream())
                .filter(body -> Optional.ofNullable(body.schema().properties().get(name))
                        .filter(same -> same.pointer().equals(field.pointer()))
                        .isPresent())
                .flatMap(body -> body.examples().stream())
                .map(Example::value)
                .flatMap(value -> value instanceof Map<?, ?> fields
                        ? Optional.<Object>ofNullable(fields.get(name)).stream()
                        : Optional.empty().stream())
                .findFirst();
    }

    /** @param where the field, or the place in it, that has the defect */
    private static Case wrong(
            Operation operation,
            Target target,
            String name,
            Schema field,
            String where,
            Defect defect,
            @Nullable Object value) {
        var wrong = new LinkedHashMap<String, @Nullable Object>();
        wrong.put(name, value);
        boolean creates = target.hasPathOf(operation);
        wrong.putAll(creates ? FieldPreconditions.of(field) : Map.of());
        return Case.withMinimalKey(target, operation, id(where, defect), badInput(where, defect))
                .withChange(draft -> draft.withBody(with(draft.body(), name, field, wrong)));
    }

    private static String id(String where, Defect defect) {
        return "bad-field-" + where + "-" + defect.name();
    }

    private static Purpose badInput(String where, Defect defect) {
        return new Purpose.BadInput(
                "the field " + where + " " + defect.words(), LEGAL.getOrDefault(defect.verdict(), Set.of()));
    }

    private static String with(@Nullable String body, String name, Schema field, Map<String, @Nullable Object> wrong) {
        var fields = fields(body);
        var before = fields.get(name);
        fields.putAll(wrong);
        if (field.flag("x-free-text") && before instanceof String mark) {
            fields.put(name, marked(wrong.get(name), mark));
        }
        return Json.write(fields);
    }

    /** Returns the invalid value with the run's mark in it, so that the object is recognised if the server stores it. */
    private static @Nullable Object marked(@Nullable Object wrong, String mark) {
        if (wrong instanceof String text) {
            return (mark + text).substring(0, Math.max(mark.length(), text.length()));
        }
        return wrong instanceof Map ? Map.of("no", mark) : wrong;
    }

    private static String without(@Nullable String body, String name) {
        var fields = fields(body);
        fields.remove(name);
        return Json.write(fields);
    }

    /** The fields of a JSON body; none if there is no body. */
    static Map<String, @Nullable Object> fields(@Nullable String body) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        try {
            if (body != null && Json.parse(body) instanceof Map<?, ?> map) {
                map.forEach((name, value) -> fields.put(name.toString(), value));
            }
        } catch (Json.NotJsonException e) {
            throw new IllegalStateException(e);
        }
        return fields;
    }
}
