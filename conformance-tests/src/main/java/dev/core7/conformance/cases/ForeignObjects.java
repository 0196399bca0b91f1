package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.CaseSource;
import dev.core7.conformance.run.Draft;
import dev.core7.conformance.run.Keyring;
import dev.core7.conformance.run.Purpose;
import dev.core7.conformance.run.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.List;

/** Objects of another project, asked for through our own: read, and sent a change of nothing. */
@AutoService(CaseSource.class)
public final class ForeignObjects implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var key = new Keyring(target).least(operation);
        if (!operation.isSafe() && !changes(operation) || target.other().isEmpty() || key.isEmpty()) {
            return List.of();
        }
        return operation.pathParameters().stream()
                .filter(parameter -> !target.parameters().containsKey(parameter.name()))
                .flatMap(parameter -> ids(operation, parameter, target).stream()
                        .limit(1)
                        .map(id -> Case.of(operation, "foreign-object", new Purpose.ForeignObject(), key.get())
                                .changing(draft -> nothing(draft.withPath(parameter.name(), id)))))
                .toList();
    }

    /** An update of the object itself; what else a path below it does may not be a change of nothing. */
    private static boolean changes(Operation operation) {
        return operation.method().equals("PATCH") && operation.path().endsWith("}/");
    }

    private static Draft nothing(Draft draft) {
        return draft.body() == null ? draft : draft.withBody("{}");
    }

    private static List<String> ids(Operation operation, Parameter parameter, Target target) {
        return target.other()
                .map(other -> other.objects().getOrDefault(collection(operation, parameter), List.of()))
                .orElse(List.of());
    }

    /** The path segment that lists the objects: {@code cohorts} of {@code …/cohorts/{id}/persons/}. */
    private static String collection(Operation operation, Parameter parameter) {
        var before = operation.path().split("/\\{" + parameter.name() + "}", 2)[0];
        return before.substring(before.lastIndexOf('/') + 1);
    }
}
