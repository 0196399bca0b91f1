package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Set;

/** Sends an id that does not have the documented type. Only safe methods, because such a path contains no object of this run. */
@AutoService(CaseSource.class)
public final class MalformedIds implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return operation.pathParameters().stream()
                .filter(parameter -> parameter.schema().types().contains("integer"))
                .filter(parameter -> operation.isSafe())
                .map(parameter -> Case.withMinimalKey(target, operation, "malformed-" + parameter.name(), malformed())
                        .withChange(draft -> draft.withPath(parameter.name(), "abc")))
                .toList();
    }

    private static Purpose malformed() {
        return new Purpose.BadInput("an id that is not a number", Set.of(400, 404, 422));
    }
}
