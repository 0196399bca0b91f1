package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Deletes a lent object below a project or organization that does not exist, while the object certainly still exists. */
@AutoService(CaseSource.class)
public final class UnknownParentsOfDeleted implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return operation.method().equals("DELETE") ? UnknownParents.below(operation, target) : List.of();
    }
}
