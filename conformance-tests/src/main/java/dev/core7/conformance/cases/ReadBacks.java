package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Looks for effects of writes with refused keys: reads the object or list through the operation that reads the same path. */
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

    /** Returns no case if the request has no text field that can carry the run's mark, or if no operation reads the path. */
    static List<Case> cases(String name, Operation operation, Contract contract, Target target) {
        boolean marked = operation.body().stream()
                .flatMap(body -> body.schema().properties().values().stream())
                .anyMatch(field -> field.flag("x-free-text"));
        var read = contract.operation("GET", operation.path());
        if (!marked || read.isEmpty()) {
            return List.of();
        }
        return List.of(Case.withMinimalKey(target, operation, name, new Purpose.ReadBack(read.get())));
    }
}
