package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads objects of the own project through the path of another project, with a key that is limited to that project. Without such
 * a key, there are no cases: the other project is then unknown.
 */
@AutoService(CaseSource.class)
public final class OwnObjectsElsewhere implements CaseSource {
    private static final String PROJECT = "project_id";

    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        boolean isOfProject = operation.path().contains("{" + PROJECT + "}");
        boolean hasObject = !target.hasPathOf(operation);
        return operation.isSafe() && isOfProject && hasObject
                ? ofOther(operation, target).toList()
                : List.of();
    }

    private static Stream<Case> ofOther(Operation operation, Target target) {
        return new Keyring(target)
                .foreign().stream()
                        .filter(key -> key.project().isPresent() && key.holds(operation.scopes()))
                        .limit(1)
                        .map(key -> Case.of(
                                        operation, "own-object-in-other-project", new Purpose.OwnObjectElsewhere(), key)
                                .withChange(draft ->
                                        draft.withPath(PROJECT, key.project().orElseThrow())));
    }
}
