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

/**
 * Requests objects of another project or organization through a path of the own one: reads, updates with an empty body, and actions
 * on their members with an empty body. A DELETE is sent only to ids that the target file lends for it, because a faulty server
 * carries it out.
 */
@AutoService(CaseSource.class)
public final class ForeignObjects implements CaseSource {
    private static final String NAME = "foreign-object";

    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        boolean deletes =
                operation.method().equals("DELETE") && operation.success().status() / 100 == 2;
        if (!operation.isSafe() && !operation.method().equals("PATCH") && !deletes) {
            return List.of();
        }
        return operation.pathParameters().stream()
                .filter(parameter -> !target.parameters().containsKey(parameter.name()))
                .filter(parameter -> !deletes || isLent(operation, parameter, target))
                .map(parameter -> foreign(operation, parameter, target))
                .toList();
    }

    private static boolean isLent(Operation operation, Parameter parameter, Target target) {
        return target.other()
                .filter(Target.OtherProject::lendsForDeletion)
                .filter(other -> operation.path().contains("{" + Target.OtherProject.ORGANIZATION + "}")
                        && !other.objects()
                                .getOrDefault(collection(operation, parameter), List.of())
                                .isEmpty())
                .isPresent();
    }

    private static Draft withoutChanges(Draft draft) {
        return draft.body() == null ? draft : draft.withBody("{}");
    }

    private static Case foreign(Operation operation, Parameter parameter, Target target) {
        var collection = collection(operation, parameter);
        return target.other().stream()
                .flatMap(other -> other.objects().getOrDefault(collection, List.of()).stream())
                .findFirst()
                .map(id -> Case.withMinimalKey(target, operation, NAME, new Purpose.ForeignObject())
                        .withChange(draft -> withoutChanges(draft.withPath(parameter.name(), id))))
                .orElseGet(() -> Case.unsendable(
                        operation,
                        NAME,
                        new Purpose.ForeignObject(),
                        "no object of another project is known: add ids to fixtures.other_project." + collection
                                + " in the target file"));
    }

    /** Returns the path segment that lists the objects: {@code cohorts} of {@code …/cohorts/{id}/persons/}. */
    private static String collection(Operation operation, Parameter parameter) {
        var before = operation.path().split("/\\{" + parameter.name() + "}", 2)[0];
        return before.substring(before.lastIndexOf('/') + 1);
    }
}
