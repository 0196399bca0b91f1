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

/** Sends methods that are not documented for a path: HEAD and OPTIONS, which are harmless, and POST to an object. */
@AutoService(CaseSource.class)
public final class OtherMethods implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    private static final Set<Integer> HARMLESS = statusesFrom(200);
    /** Every client error (RFC 9110 §15.5): ideally 405, but a server may first check something that leads to 404, 411 or 415. */
    private static final Set<Integer> CLIENT_ERRORS = statusesFrom(400);

    private static Set<Integer> statusesFrom(int from) {
        return IntStream.range(from, 500).boxed().collect(Collectors.toSet());
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var cases = new ArrayList<Case>();
        if (!isFirstOfItsPath(operation, contract)) {
            return cases;
        }
        if (operation.isSafe()) {
            cases.add(other(operation, "HEAD", HARMLESS, target));
        }
        cases.add(other(operation, "OPTIONS", HARMLESS, target));
        if (hasObjectId(operation, target)
                && contract.operation("POST", operation.path()).isEmpty()) {
            cases.add(other(operation, "POST", CLIENT_ERRORS, target));
        }
        return cases;
    }

    private static Case other(Operation operation, String method, Set<Integer> legal, Target target) {
        return Case.withMinimalKey(target, operation, "method-" + method, new Purpose.OtherMethod(legal))
                .withChange(draft -> draft.withMethod(method));
    }

    /** Returns whether the path contains the id of an object. On other paths, an accepted POST could change data of others. */
    private static boolean hasObjectId(Operation operation, Target target) {
        return !target.hasPathOf(operation);
    }

    private static boolean isFirstOfItsPath(Operation operation, Contract contract) {
        return contract.operations().stream()
                .filter(o -> o.path().equals(operation.path()))
                .findFirst()
                .filter(operation::equals)
                .isPresent();
    }
}
