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
import java.util.List;
import java.util.Set;

/**
 * Sends a valid key without its last character, and with one more character, because a server may compare only the beginning.
 * Servers look up keys in one place, so only the first operation that reads is called.
 */
@AutoService(CaseSource.class)
public final class AlteredKeys implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var key = new Keyring(target).minimal(operation);
        if (!isFirstSafe(operation, contract) || key.filter(Key::isPadded).isPresent()) {
            return List.of();
        }
        return List.of(
                sentWith("cut-key", operation, target).withChangedKey(AlteredKeys::cut),
                sentWith("longer-key", operation, target).withChangedKey(AlteredKeys::longer));
    }

    private static Case sentWith(String name, Operation operation, Target target) {
        return Case.withMinimalKey(target, operation, name, new Purpose.UnknownKey());
    }

    private static boolean isFirstSafe(Operation operation, Contract contract) {
        return contract.operations().stream()
                .filter(Operation::isSafe)
                .findFirst()
                .filter(operation::equals)
                .isPresent();
    }

    /** Returns the key without its last character; the variable uses the bash expansion that does the same. */
    private static Key cut(Key key) {
        return altered(key, "-cut", key.value().substring(0, key.value().length() - 1), "{" + key.variable() + "%?}");
    }

    /** Returns the key with one more character. */
    private static Key longer(Key key) {
        return altered(key, "-longer", key.value() + "0", "{" + key.variable() + "}0");
    }

    private static Key altered(Key key, String suffix, String value, String variable) {
        return new Key(key.name() + suffix, value, Set.of(), key.project(), variable);
    }
}
