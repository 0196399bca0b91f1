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
 * Sends an id that does not have the documented type, or a number that no id has. Only safe methods, because such a path contains
 * no object of this run.
 */
@AutoService(CaseSource.class)
public final class MalformedIds implements CaseSource {
    private static final Set<Integer> LEGAL = Set.of(400, 404, 410, 422);

    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var cases = new ArrayList<Case>();
        if (!operation.isSafe()) {
            return cases;
        }
        for (Parameter parameter : operation.pathParameters()) {
            String name = parameter.name();
            boolean isJudged = !operation.unjudged().containsKey("malformed-" + name);
            if (target.parameters().containsKey(name)) {
                continue;
            }
            if (parameter.schema().types().contains("integer")) {
                cases.add(of(operation, target, "malformed-" + name, "an id that is not a number", name, "abc"));
                cases.add(of(operation, target, "negative-" + name, "a negative id", name, "-1"));
                cases.add(of(
                        operation,
                        target,
                        "huge-" + name,
                        "an id beyond 32 bits",
                        name,
                        InvalidValues.BEYOND_32_BITS.toString()));
                cases.add(of(
                        operation,
                        target,
                        "beyond-64-bits-" + name,
                        "an id beyond 64 bits",
                        name,
                        InvalidValues.BEYOND_64_BITS.toString()));
                if (isJudged) {
                    cases.add(followed(operation, target, "letters-after-" + name, name, "abc"));
                    cases.add(followed(operation, target, "fraction-of-" + name, name, ".0"));
                }
            } else if (parameter.schema().text("format").filter("uuid"::equals).isPresent()) {
                cases.add(of(operation, target, "malformed-" + name, "an id that is not a UUID", name, "abc"));
            }
        }
        return cases;
    }

    /** A case with the id of an existing object, followed by a text. */
    private static Case followed(Operation operation, Target target, String name, String parameter, String text) {
        String what = "an existing id followed by " + text;
        return Case.withMinimalKey(target, operation, name, new Purpose.BadInput(what, LEGAL))
                .withChange(draft -> draft.withPath(parameter, draft.path().get(parameter) + text));
    }

    private static Case of(
            Operation operation, Target target, String name, String what, String parameter, String value) {
        return Case.withMinimalKey(target, operation, name, new Purpose.BadInput(what, LEGAL))
                .withChange(draft -> draft.withPath(parameter, value));
    }
}
