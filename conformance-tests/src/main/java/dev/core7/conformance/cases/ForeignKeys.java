package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Sends keys that have all required scopes, but only in another project. */
@AutoService(CaseSource.class)
public final class ForeignKeys implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public Turn turnFor(Operation operation) {
        return operation.isSafe() ? Turn.REFUSED_AGAIN : turn();
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var keys = new Keyring(target).foreign(operation);
        boolean isOfProject = operation.path().contains("{project_id}");
        return keys.isEmpty() && isOfProject
                ? List.of(Case.unsendable(operation, "foreign-key", new Purpose.ForeignKey(), missing(operation)))
                : keys.stream()
                        .limit(isOfProject ? keys.size() : 1)
                        .map(key -> Case.of(operation, "foreign-key-" + key.name(), new Purpose.ForeignKey(), key))
                        .toList();
    }

    private static String missing(Operation operation) {
        return "no key that holds " + String.join(" and ", operation.scopes())
                + " and is limited to another project: add one with its project_id to keys in the target file,"
                + " preferably with every scope";
    }
}
