package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Sends keys that lack a required scope: one case for each scope and for each key that proves more than the others.
 */
@AutoService(CaseSource.class)
public final class MissingScopes implements CaseSource {
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
        var cases = new ArrayList<Case>();
        for (String scope : operation.scopes()) {
            var purpose = new Purpose.LacksScope(scope);
            String name = "lacks-" + scope;
            var keys = keys(scope, operation, target);
            if (keys.isEmpty()) {
                cases.add(Case.unsendable(operation, name, purpose, missing(scope, others(scope, operation))));
            }
            for (Key key : keys) {
                String suffix = key.equals(keys.get(0)) ? "" : "-with-" + key.name();
                cases.add(Case.of(operation, name + suffix, purpose, key));
            }
        }
        return cases;
    }

    /** Returns keys that lack only this scope: if a key lacked another one too, its refusal would not prove that this one is required. */
    private static List<Key> keys(String scope, Operation operation, Target target) {
        return new Keyring(target)
                .lacking(scope, operation).stream()
                        .filter(key -> key.holds(others(scope, operation)))
                        .sorted(Comparator.comparing((Key key) -> -key.scopes().size())
                                .thenComparing(Key::name))
                        .toList();
    }

    private static Set<String> others(String scope, Operation operation) {
        var others = new LinkedHashSet<>(operation.scopes());
        others.remove(scope);
        return others;
    }

    private static String missing(String scope, Set<String> others) {
        return "no key that " + (others.isEmpty() ? "" : "holds " + String.join(" and ", others) + " but ") + "lacks "
                + scope + ": add one to keys in the target file, preferably with every other scope";
    }
}
