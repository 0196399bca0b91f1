package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.inputs.Choice;
import dev.core7.conformance.inputs.CoveringArray;
import dev.core7.conformance.inputs.LegalValues;
import dev.core7.conformance.objects.FieldPreconditions;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.Link;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sends request bodies with unusual but legal values of several fields: each value at least once, and many pairs of values. */
@AutoService(CaseSource.class)
public final class LegalFields implements CaseSource {
    private static final int CREATES = 4;
    private static final int UPDATES = 8;

    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        boolean creates = target.hasPathOf(operation);
        boolean isRemovable = operation.success().links().stream().anyMatch(Link::cleanup);
        if (operation.body().isEmpty() || operation.isSafe() || creates && !isRemovable) {
            return List.of();
        }
        var schema = operation.body().get().schema();
        var examples = operation.body().get().examples();
        var kinds = examples.stream()
                .map(example -> choices(operation, schema, example, creates))
                .toList();
        if (kinds.stream().allMatch(Map::isEmpty)) {
            return List.of();
        }
        var cases = new ArrayList<Case>();
        for (var row : CoveringArray.of(kinds, creates ? CREATES : UPDATES)) {
            int number = cases.size() + 1;
            var values = row.values();
            cases.add(Case.withMinimalKey(target, operation, "legal-values-" + number, purpose(values, number))
                    .withExample(examples.get(row.kind()).name())
                    .withChange(draft -> draft.withBody(with(draft.body(), values, schema))));
        }
        return cases;
    }

    /** The choices for each field of a request that is based on an example. */
    private static Map<String, List<Choice>> choices(
            Operation operation, Schema schema, Example example, boolean creates) {
        Map<?, ?> base = example.value() instanceof Map<?, ?> fields ? fields : Map.of();
        var conditions = conditions(schema);
        var choices = new LinkedHashMap<String, List<Choice>>();
        schema.properties().forEach((name, field) -> {
            boolean isSettled = conditions.contains(name) && (!creates || base.containsKey(name));
            boolean fits = !creates || FieldPreconditions.holds(FieldPreconditions.of(field), Json.write(base));
            if (field.flag("readOnly") || operation.unjudged().containsKey("legal-" + name) || isSettled || !fits) {
                return;
            }
            // A condition that the example omits counts as false.
            var values = conditions.contains(name)
                    ? List.of(Choice.of(false))
                    : values(operation, name, field).stream().map(Choice::of).toList();
            var all = new ArrayList<>(values);
            boolean isOptional = !base.containsKey(name) && !schema.required().contains(name);
            if (isOptional && (!creates || values.size() == 1)) {
                all.add(Choice.ABSENT);
            }
            if (!values.isEmpty()) {
                choices.put(name, all);
            }
        });
        return choices;
    }

    /** The fields on whose values it depends whether a request may send other fields. They decide what kind of object it is. */
    private static Set<String> conditions(Schema schema) {
        var names = new LinkedHashSet<String>();
        schema.properties()
                .values()
                .forEach(field -> names.addAll(FieldPreconditions.of(field).keySet()));
        return names;
    }

    /** The legal values without those that hide the object, and without an empty text that is not judged. */
    private static List<@Nullable Object> values(Operation operation, String name, Schema field) {
        boolean hides = operation.success().json().stream()
                .flatMap(json -> json.schema().properties().entrySet().stream())
                .anyMatch(
                        shown -> shown.getKey().equals(name) && shown.getValue().keyword("x-hides-from") != null);
        boolean notEmpty = operation.unjudged().containsKey("write-empty-" + name);
        return LegalValues.of(field).stream()
                .filter(value -> !(hides && Boolean.TRUE.equals(value)))
                .filter(value -> !(notEmpty && "".equals(value)))
                .toList();
    }

    private static Purpose purpose(Map<String, Choice> values, int number) {
        var sent = values.entrySet().stream()
                .filter(field -> field.getValue().sent())
                .map(Map.Entry::getKey)
                .toList();
        return new Purpose.LegalInput(String.join(", ", sent), number);
    }

    private static String with(@Nullable String body, Map<String, Choice> values, Schema schema) {
        var fields = WrongFields.fields(body);
        values.forEach((name, choice) -> {
            var field = schema.properties().get(name);
            boolean isMarked = field != null && field.flag("x-free-text") && fields.get(name) instanceof String;
            if (!choice.sent()) {
                fields.remove(name);
            } else if (isMarked && choice.value() instanceof String text) {
                fields.put(name, marked(String.valueOf(fields.get(name)), text, field));
            } else {
                fields.put(name, choice.value());
            }
        });
        return Json.write(fields);
    }

    /** The mark of the run followed by the text, within the maximum length. */
    private static String marked(String mark, String text, Schema field) {
        String marked = mark + " " + text;
        return field.keyword("maxLength") instanceof Integer length && marked.length() > length
                ? marked.substring(0, Math.max(mark.length(), length))
                : marked;
    }
}
