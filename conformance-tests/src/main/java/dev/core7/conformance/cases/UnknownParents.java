package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/**
 * Requests objects of the run, and lists that {@link UnknownProjects} leaves out, below a project or organization that does not
 * exist, because a server may ignore the first id in the path. A faulty server changes only an object that the run may change.
 */
@AutoService(CaseSource.class)
public final class UnknownParents implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return operation.method().equals("DELETE") ? List.of() : below(operation, target);
    }

    /** The requests for one operation. */
    static List<Case> below(Operation operation, Target target) {
        boolean creates = !operation.isSafe() && target.hasPathOf(operation);
        if (creates
                || UnknownProjects.concerns(operation)
                || operation.success().isError()) {
            return List.of();
        }
        return operation.pathParameters().stream()
                .filter(parameter -> target.parameters().containsKey(parameter.name()))
                .limit(1)
                .map(parameter -> UnknownProjects.below(
                        target, operation, parameter, "own-object-in-unknown-", new Purpose.OwnObjectElsewhere()))
                .toList();
    }
}
