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

/**
 * Requests the lists of another project with a key that is limited to that project, after the run has filled those of its own
 * project. Without such a key, there are no cases: the other project is then unknown.
 */
@AutoService(CaseSource.class)
public final class OwnItemsElsewhere implements CaseSource {
    private static final String PROJECT = "project_id";

    @Override
    public Turn turn() {
        return Turn.LAST_LOOK;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (!operation.isSafe()
                || operation.success().isError()
                || !operation.path().contains("{" + PROJECT + "}")
                || !target.hasPathOf(operation)) {
            return List.of();
        }
        return new Keyring(target)
                .foreign(operation).stream()
                        .limit(1)
                        .map(key -> Case.of(
                                        operation, "own-items-in-other-project", new Purpose.OwnItemsElsewhere(), key)
                                .withChange(draft ->
                                        draft.withPath(PROJECT, key.project().orElseThrow())))
                        .toList();
    }
}
