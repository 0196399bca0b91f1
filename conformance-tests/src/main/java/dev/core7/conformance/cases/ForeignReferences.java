package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Draft;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Sends the ids of objects of another project in bodies of creates, of writes to the members of own objects, and in filters of lists. Without such ids
 * under {@code fixtures.other_project}, there are no cases.
 */
@AutoService(CaseSource.class)
public final class ForeignReferences implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var cases = new ArrayList<Case>();
        if (operation.isSafe() && target.other().isPresent() && target.hasPathOf(operation)) {
            return filters(operation, target, target.other().get().objects());
        }
        boolean isUpdate = operation.path().endsWith("}/");
        if (operation.isSafe()
                || isUpdate
                || operation.body().isEmpty()
                || target.other().isEmpty()) {
            return cases;
        }
        Map<String, List<String>> foreign = target.other().get().objects();
        operation.body().get().schema().properties().forEach((field, schema) -> {
            var one = schema.text("x-fixture");
            var many = schema.items().flatMap(items -> items.text("x-fixture"));
            one.or(() -> many)
                    .flatMap(name ->
                            foreign.getOrDefault(name, List.of()).stream().findFirst())
                    .map(id -> one.isPresent() ? value(id, schema) : List.of(id))
                    .ifPresent(value ->
                            cases.add(referring(operation, field, target, draft -> with(draft, field, value))));
        });
        return cases;
    }

    /** Reads lists with a filter whose value is an object of another project ({@code x-refers-to}). */
    private static List<Case> filters(Operation operation, Target target, Map<String, List<String>> foreign) {
        var cases = new ArrayList<Case>();
        operation.parameters().stream()
                .filter(Parameter::inQuery)
                .forEach(parameter -> parameter
                        .schema()
                        .text("x-refers-to")
                        .flatMap(name ->
                                foreign.getOrDefault(name, List.of()).stream().findFirst())
                        .ifPresent(id -> cases.add(referring(
                                operation, parameter.name(), target, draft -> draft.withQuery(parameter.name(), id)))));
        return cases;
    }

    private static Object value(String id, Schema schema) {
        return schema.types().contains("integer") && id.matches("\\d{1,9}") ? Integer.valueOf(id) : id;
    }

    private static Case referring(Operation operation, String field, Target target, UnaryOperator<Draft> change) {
        return Case.withMinimalKey(target, operation, "foreign-reference-" + field, new Purpose.ForeignReference(field))
                .withChange(change);
    }

    private static Draft with(Draft draft, String field, Object value) {
        var fields = WrongFields.fields(draft.body());
        fields.put(field, value);
        return draft.withBody(Json.write(fields));
    }
}
