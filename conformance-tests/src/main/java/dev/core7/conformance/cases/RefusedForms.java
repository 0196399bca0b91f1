package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Draft;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Requests that must be refused, in other legal forms: each form with a key that lacks a scope, once for each scope, with a key
 * for another project where a server answers the form with code of its own, and with one other wrong key. These alternate, so
 * that the operations of a resource together combine all forms with all wrong keys.
 */
@AutoService(CaseSource.class)
public final class RefusedForms implements CaseSource {
    private static final String UNKNOWN = "phx_0000000000conformance0000000000unknown0";

    /** A foreign key, no key, and an unknown key. */
    private static final int REASONS = 3;

    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    /** Those of operations that read are sent by {@link OtherForms}, each after the same form was allowed. */
    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        var forms = operation.isSafe() ? List.<Forms.Form>of() : Forms.of(operation, contract);
        int turn = contract.operations().indexOf(operation);
        var cases = new ArrayList<Case>();
        for (int i = 0; i < forms.size(); i++) {
            cases.addAll(of(operation, target, forms.get(i), turn + i));
        }
        return cases;
    }

    /**
     * The requests in one form.
     *
     * @param turn says which wrong key is sent beside the others
     */
    static List<Case> of(Operation operation, Target target, Forms.Form form, int turn) {
        var cases = new ArrayList<Case>();
        var scopes = List.copyOf(operation.scopes());
        scopes.forEach(scope -> withoutScope(operation, target, form, scope).ifPresent(cases::add));
        var foreign = form.movesKey() ? Optional.<Case>empty() : withForeignKey(operation, target, form);
        boolean always = form.answersOtherwise() || turn % REASONS == 0;
        foreign.filter(sent -> always).ifPresent(cases::add);
        if (foreign.isEmpty() || turn % REASONS != 0) {
            cases.add(otherReason(operation, form, turn));
        }
        return cases;
    }

    private static Optional<Case> withoutScope(Operation operation, Target target, Forms.Form form, String scope) {
        return new Keyring(target)
                .lackingOnly(scope, operation)
                .map(key -> refused(operation, form, "lacks-" + scope, new Purpose.LacksScope(scope), key));
    }

    private static Optional<Case> withForeignKey(Operation operation, Target target, Forms.Form form) {
        // Another name may lead this key to its own project.
        boolean mayBeOwn = form.name().startsWith(Purpose.OtherForm.ALIAS)
                && operation.path().contains("{project_id}");
        return new Keyring(target)
                .foreign(operation).stream()
                        .filter(key -> !mayBeOwn)
                        .findFirst()
                        .map(key -> refused(operation, form, "foreign-key", new Purpose.ForeignKey(), key));
    }

    private static Case otherReason(Operation operation, Forms.Form form, int turn) {
        if (turn % REASONS == 1 && !form.movesKey()) {
            return Case.of(operation, name(form, "no-key"), purpose(form, new Purpose.NoKey()), null)
                    .withChange(form.change());
        }
        return Case.of(operation, name(form, "unknown-key"), purpose(form, new Purpose.UnknownKey()), null)
                .withChange(draft -> withUnknownKey(form, draft));
    }

    private static Draft withUnknownKey(Forms.Form form, Draft draft) {
        var changed = form.change().apply(draft);
        return form.movesKey()
                ? changed.replacing(Request.KEY_PLACE, UNKNOWN)
                : changed.withHeader("Authorization", "Bearer " + UNKNOWN);
    }

    private static Case refused(Operation operation, Forms.Form form, String reason, Purpose plain, Key key) {
        return Case.of(operation, name(form, reason), purpose(form, plain), key).withChange(form.change());
    }

    private static String name(Forms.Form form, String reason) {
        return "form-" + form.name() + "-" + reason;
    }

    private static Purpose purpose(Forms.Form form, Purpose plain) {
        return new Purpose.OtherForm(form.name(), plain);
    }
}
