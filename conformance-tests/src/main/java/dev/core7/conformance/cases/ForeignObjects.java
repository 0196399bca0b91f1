package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Draft;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.List;

/** Objects of another project, asked for through our own: read, and sent a change of nothing. */
@AutoService(CaseSource.class)
public final class ForeignObjects implements CaseSource {
    private static final String NAME = "foreign-object";

    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (!operation.isSafe() && !changes(operation)) {
            return List.of();
        }
        return operation.pathParameters().stream()
                .filter(parameter -> !target.parameters().containsKey(parameter.name()))
                .map(parameter -> asked(operation, parameter, target))
                .toList();
    }

    /** An update of the object itself; what else a path below it does may not be a change of nothing. */
    private static boolean changes(Operation operation) {
        return operation.method().equals("PATCH") && operation.path().endsWith("}/");
    }

    private static Draft nothing(Draft draft) {
        return draft.body() == null ? draft : draft.withBody("{}");
    }

    private static Case asked(Operation operation, Parameter parameter, Target target) {
        var collection = collection(operation, parameter);
        return target.other().stream()
                .flatMap(other -> other.objects().getOrDefault(collection, List.of()).stream())
                .findFirst()
                .map(id -> Case.withLeastKey(target, operation, NAME, new Purpose.ForeignObject())
                        .changing(draft -> nothing(draft.withPath(parameter.name(), id))))
                .orElseGet(() -> Case.missing(
                        operation,
                        NAME,
                        new Purpose.ForeignObject(),
                        "no object of another project to ask for: give ids under fixtures.other_project." + collection
                                + " in the target file"));
    }

    /** The path segment that lists the objects: {@code cohorts} of {@code …/cohorts/{id}/persons/}. */
    private static String collection(Operation operation, Parameter parameter) {
        var before = operation.path().split("/\\{" + parameter.name() + "}", 2)[0];
        return before.substring(before.lastIndexOf('/') + 1);
    }
}
