package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Looks at what refused keys have written all the same: the object or list, through the operation that reads the same path. */
@AutoService(CaseSource.class)
public final class ReadBacks implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.READ_BACK;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return cases(Purpose.ReadBack.OF_KEYS, operation, contract, target);
    }

    /** None where nothing that is written can be told from what others have written, or where nothing reads it. */
    static List<Case> cases(String name, Operation operation, Contract contract, Target target) {
        boolean marked = operation.body().stream()
                .flatMap(body -> body.schema().properties().values().stream())
                .anyMatch(field -> field.flag("x-free-text"));
        var read = contract.operation("GET", operation.path());
        if (!marked || read.isEmpty()) {
            return List.of();
        }
        return List.of(Case.withLeastKey(target, operation, name, new Purpose.ReadBack(read.get())));
    }
}
