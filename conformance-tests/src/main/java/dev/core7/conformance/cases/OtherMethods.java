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

/** Sends methods that are not documented for a path: HEAD and OPTIONS, which are harmless, and POST to an object. */
@AutoService(CaseSource.class)
public final class OtherMethods implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var cases = new ArrayList<Case>();
        if (!isFirstOfItsPath(operation, contract)) {
            return cases;
        }
        if (operation.isSafe()) {
            cases.add(other(operation, "HEAD", Purpose.OtherMethod.harmless(), target));
        }
        cases.add(other(operation, "OPTIONS", Purpose.OtherMethod.harmless(), target));
        if (hasObjectId(operation, target)
                && contract.operation("POST", operation.path()).isEmpty()) {
            cases.add(other(operation, "POST", Purpose.OtherMethod.refused(), target));
        }
        return cases;
    }

    private static Case other(Operation operation, String method, Purpose purpose, Target target) {
        return Case.withMinimalKey(target, operation, "method-" + method, purpose)
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
