package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.objects.FieldPreconditions;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends request bodies with one invalid field: of the wrong type, with an invalid value, too long, null, or missing. */
@AutoService(CaseSource.class)
public final class WrongFields implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    private static final String LENGTH = "length";
    /** Suffix of the case's name → the same in words. */
    private static final Map<String, String> DEFECTS = Map.of(
            "type",
            "of the wrong type",
            "null",
            "set to null",
            "value",
            "set to an invalid value",
            LENGTH,
            "longer than allowed");

    private static final Set<Integer> LEGAL = Set.of(400, 422);
    /** A long field may exceed the server's limit for the whole body (RFC 9110 §15.5.14). */
    private static final Set<Integer> LEGAL_LENGTH = Set.of(400, 413, 422);

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (operation.body().isEmpty()) {
            return List.of();
        }
        var schema = operation.body().get().schema();
        var cases = new ArrayList<Case>();
        boolean creates = operation.pathParameters().stream()
                .allMatch(parameter -> target.parameters().containsKey(parameter.name()));
        schema.properties()
                .forEach((name, field) -> wrongValues(field).forEach((how, value) -> {
                    var wrong = new LinkedHashMap<String, @Nullable Object>();
                    wrong.put(name, value);
                    wrong.putAll(creates ? FieldPreconditions.of(field) : Map.of());
                    var purpose = new Purpose.BadInput(
                            "the field " + name + " " + DEFECTS.get(how), how.equals(LENGTH) ? LEGAL_LENGTH : LEGAL);
                    cases.add(Case.withMinimalKey(target, operation, "bad-field-" + name + "-" + how, purpose)
                            .withChange(draft -> draft.withBody(with(draft.body(), name, field, wrong))));
                }));
        for (String name : schema.required()) {
            var purpose = new Purpose.BadInput("the field " + name + " missing", LEGAL);
            cases.add(Case.withMinimalKey(target, operation, "bad-field-" + name + "-missing", purpose)
                    .withChange(draft -> draft.withBody(without(draft.body(), name))));
        }
        return cases;
    }

    /** Returns the invalid values to send; the keys are those of {@link #DEFECTS}. */
    private static Map<String, @Nullable Object> wrongValues(Schema field) {
        var wrong = new LinkedHashMap<String, @Nullable Object>();
        var types = field.types();
        if (types.isEmpty() || field.text("x-never-send").isPresent()) {
            return wrong;
        }
        wrong.put("type", types.contains("object") ? "no-object" : Map.of("no", "such"));
        if (!field.nullable()) {
            wrong.put("null", null);
        }
        if (!field.enumeration().isEmpty() || field.text("format").isPresent()) {
            wrong.put("value", "no-such-value");
        }
        if (field.keyword("maxLength") instanceof Integer length) {
            wrong.put(LENGTH, "x".repeat(length + 1));
        }
        return wrong;
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
