package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Sends the request without a key. */
@AutoService(CaseSource.class)
public final class MissingKey implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public Turn turnFor(Operation operation) {
        return operation.isSafe() ? Turn.REFUSED_AGAIN : turn();
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return List.of(Case.of(operation, "no-key", new Purpose.NoKey(), null));
    }
}
