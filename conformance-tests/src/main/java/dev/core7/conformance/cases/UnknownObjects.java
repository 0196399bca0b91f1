package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.conformance.target.UnknownIds;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Sends an id that has the documented type but belongs to no object. */
@AutoService(CaseSource.class)
public final class UnknownObjects implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return operation.pathParameters().stream()
                .filter(parameter -> !target.parameters().containsKey(parameter.name()))
                .map(parameter -> Case.withMinimalKey(
                                target, operation, "unknown-" + parameter.name(), new Purpose.UnknownObject())
                        .withChange(draft -> draft.withPath(parameter.name(), UnknownIds.id(parameter))))
                .toList();
    }
}
