package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Looks for effects of refused bad input, as {@link ReadBacks} does for refused keys. */
@AutoService(CaseSource.class)
public final class BadInputReadBacks implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.LAST_LOOK;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return ReadBacks.cases(Purpose.ReadBack.OF_BAD_INPUT, operation, contract, target);
    }
}
