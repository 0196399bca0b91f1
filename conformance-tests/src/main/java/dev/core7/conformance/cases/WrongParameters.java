package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.List;
import java.util.Set;

/** Sends query parameters with an invalid value; a server may ignore them, but must not fail. */
@AutoService(CaseSource.class)
public final class WrongParameters implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    private static final Set<Integer> LEGAL = Set.of(200, 400, 404, 406, 422);

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.inQuery() && canBeWrong(parameter))
                .map(parameter -> Case.withMinimalKey(
                                target,
                                operation,
                                "bad-parameter-" + parameter.name(),
                                new Purpose.BadInput(
                                        "the query parameter " + parameter.name() + "=no-such-value", LEGAL))
                        .withChange(draft -> draft.withQuery(parameter.name(), "no-such-value")))
                .toList();
    }

    private static boolean canBeWrong(Parameter parameter) {
        return !parameter.schema().enumeration().isEmpty()
                || !parameter.schema().types().contains("string")
                || parameter.schema().text("format").isPresent();
    }
}
