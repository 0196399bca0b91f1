package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.KeyChange;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sends valid keys that were changed, because a server may compare them only in part, and keys that the server has revoked. The
 * documented places of the key alternate, so that all operations together combine all changes with all places.
 */
@AutoService(CaseSource.class)
public final class AlteredKeys implements CaseSource {
    private static final String REVOKED = "revoked-key";

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
        var keyring = new Keyring(target);
        var places = Forms.of(operation, contract).stream()
                .filter(Forms.Form::movesKey)
                .toList();
        int turn = contract.operations().indexOf(operation);
        var cases = new ArrayList<Case>();
        var key = keyring.minimal(operation);
        Stream.of(KeyChange.values())
                .filter(change -> key.isEmpty() || change.appliesTo(key.get()))
                .map(change -> sent(
                        Case.withMinimalKey(target, operation, change.caseName(), new Purpose.UnknownKey())
                                .withChangedKey(change::apply),
                        places,
                        isUsuallyInHeader(change) ? 0 : turn + change.ordinal()))
                .forEach(cases::add);
        keyring.revoked(operation)
                .map(revoked -> Case.of(operation, REVOKED, new Purpose.UnknownKey(), revoked))
                .map(sent -> sent(sent, places, turn))
                .ifPresent(cases::add);
        return cases;
    }

    /** Whether the change is sent in the header by every operation: partial comparisons are the most common mistake. */
    private static boolean isUsuallyInHeader(KeyChange change) {
        return change == KeyChange.CUT || change == KeyChange.LONGER;
    }

    /** The case with its key in one of the documented places: the header, or where a form moves it. */
    private static Case sent(Case inHeader, List<Forms.Form> places, int turn) {
        int place = turn % (places.size() + 1);
        if (place == 0) {
            return inHeader;
        }
        var form = places.get(place - 1);
        return new Case(
                inHeader.operation(),
                inHeader.name() + "-" + form.name().substring("key-".length()),
                new Purpose.OtherForm(form.name(), inHeader.purpose()),
                inHeader.example(),
                inHeader.key(),
                form.change(),
                inHeader.missing());
    }
}
