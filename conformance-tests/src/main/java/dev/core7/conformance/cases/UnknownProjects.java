package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.conformance.target.UnknownIds;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.List;
import java.util.Set;

/** Requests lists of a project that does not exist, because a server may ignore the project in the path. */
@AutoService(CaseSource.class)
public final class UnknownProjects implements CaseSource {
    /** The refusals that servers choose: for the form of the id, for the key, or because there is no such project. */
    private static final Set<Integer> LEGAL = Set.of(400, 401, 403, 404, 410, 422);

    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (!concerns(operation)) {
            return List.of();
        }
        return operation.pathParameters().stream()
                .filter(parameter -> target.parameters().containsKey(parameter.name()))
                .map(parameter -> below(target, operation, parameter, "unknown-", unknown(parameter)))
                .toList();
    }

    /** The documented request below a project or organization that does not exist. */
    static Case below(Target target, Operation operation, Parameter parent, String prefix, Purpose purpose) {
        return Case.withMinimalKey(target, operation, prefix + parent.name(), purpose)
                .withChange(draft -> draft.withPath(parent.name(), UnknownIds.like(target, parent)));
    }

    /** Whether an operation lists the objects of a project. */
    static boolean concerns(Operation operation) {
        return operation.isSafe()
                && operation.success().json().isPresent()
                && operation.pathParameters().size() == 1;
    }

    private static Purpose unknown(Parameter parameter) {
        return new Purpose.BadInput("an unknown " + parameter.name(), LEGAL);
    }
}
