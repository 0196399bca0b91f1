package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Methods that the path does not document: HEAD and OPTIONS do no harm, POST to an object is refused. */
@AutoService(CaseSource.class)
public final class OtherMethods implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    private static final Set<Integer> NO_HARM = statuses(200);
    /** Whatever says that the client is wrong (RFC 9110 §15.5): 405 best, but 404, 411 or 415 by what is looked at first. */
    private static final Set<Integer> NOT_OFFERED = statuses(400);

    private static Set<Integer> statuses(int from) {
        return IntStream.range(from, 500).boxed().collect(Collectors.toSet());
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var cases = new ArrayList<Case>();
        if (!isFirstOfItsPath(operation, contract)) {
            return cases;
        }
        if (operation.isSafe()) {
            cases.add(other(operation, "HEAD", NO_HARM, target));
        }
        cases.add(other(operation, "OPTIONS", NO_HARM, target));
        if (isOfAnObject(operation, target)
                && contract.operation("POST", operation.path()).isEmpty()) {
            cases.add(other(operation, "POST", NOT_OFFERED, target));
        }
        return cases;
    }

    private static Case other(Operation operation, String method, Set<Integer> legal, Target target) {
        return Case.withLeastKey(target, operation, "method-" + method, new Purpose.OtherMethod(legal))
                .changing(draft -> draft.withMethod(method));
    }

    /** On a path without an object of its own, a server that takes POST would create or change what is not ours. */
    private static boolean isOfAnObject(Operation operation, Target target) {
        return operation.pathParameters().stream()
                .anyMatch(parameter -> !target.parameters().containsKey(parameter.name()));
    }

    private static boolean isFirstOfItsPath(Operation operation, Contract contract) {
        return contract.operations().stream()
                .filter(o -> o.path().equals(operation.path()))
                .findFirst()
                .filter(operation::equals)
                .isPresent();
    }
}
