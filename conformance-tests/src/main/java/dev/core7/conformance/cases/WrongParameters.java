package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.inputs.InvalidValues;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sends query parameters with an invalid value, with negative and very large numbers, one that the contract does not have,
 * and the limit of PostHog for lists whose parameters the page does not document. A
 * server may ignore them, but must not fail.
 */
@AutoService(CaseSource.class)
public final class WrongParameters implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    private static final Set<Integer> LEGAL = Set.of(200, 400, 404, 406, 422);

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var cases = new ArrayList<Case>();
        for (Parameter parameter : operation.parameters()) {
            String name = "bad-parameter-" + parameter.name();
            if (parameter.inQuery() && canBeWrong(parameter)) {
                cases.add(of(operation, target, name, parameter.name(), "no-such-value"));
            }
            if (parameter.inQuery() && parameter.schema().types().contains("integer")) {
                cases.add(of(operation, target, name + "-negative", parameter.name(), "-1"));
                cases.add(of(
                        operation, target, name + "-huge", parameter.name(), InvalidValues.BEYOND_64_BITS.toString()));
            }
        }
        if (operation.isSafe() && !operation.success().isError()) {
            cases.add(of(operation, target, "unknown-parameter", "no_such_parameter", "1"));
        }
        operation
                .success()
                .observed()
                .flatMap(body -> body.text("x-limit-parameter"))
                .ifPresent(limit -> cases.add(of(operation, target, "observed-" + limit, limit, "1")));
        return cases;
    }

    private static Case of(Operation operation, Target target, String name, String parameter, String value) {
        var purpose = new Purpose.BadInput("the query parameter " + parameter + "=" + value, LEGAL);
        return Case.withMinimalKey(target, operation, name, purpose)
                .withChange(draft -> draft.withQuery(parameter, value));
    }

    private static boolean canBeWrong(Parameter parameter) {
        return !parameter.schema().enumeration().isEmpty()
                || !parameter.schema().types().contains("string")
                || parameter.schema().text("format").isPresent();
    }
}
