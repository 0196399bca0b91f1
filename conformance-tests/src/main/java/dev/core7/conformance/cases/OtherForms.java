package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * The documented request in other legal forms, with the right key, and if it reads, then with wrong keys. Operations that delete
 * objects are sent in the usual form only.
 */
@AutoService(CaseSource.class)
public final class OtherForms implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public Turn turnFor(Operation operation) {
        return operation.isSafe() ? Turn.REFUSED_AGAIN : turn();
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        boolean usesUp =
                operation.method().equals("DELETE") && operation.success().status() / 100 == 2;
        if (usesUp) {
            return List.of();
        }
        var forms = forms(operation, contract);
        int turn = contract.operations().indexOf(operation);
        var cases = new ArrayList<Case>();
        // The documented forms first, because they were allowed just before.
        for (boolean isDocumented : List.of(true, false)) {
            for (int i = 0; i < forms.size(); i++) {
                var form = forms.get(i);
                if (form.isDocumented() == isDocumented) {
                    if (!isDocumented) {
                        cases.add(allowed(operation, target, form));
                    }
                    if (operation.isSafe()) {
                        cases.addAll(RefusedForms.of(operation, target, form, turn + i));
                    }
                }
            }
        }
        return cases;
    }

    private static Case allowed(Operation operation, Target target, Forms.Form form) {
        var purpose = new Purpose.OtherForm(form.name(), new Purpose.Documented(MediaType.JSON));
        return Case.withMinimalKey(target, operation, "form-" + form.name(), purpose)
                .withChange(form.change());
    }

    private static List<Forms.Form> forms(Operation operation, Contract contract) {
        return operation.success().isError() ? Forms.ofRefusal(operation, contract) : Forms.of(operation, contract);
    }
}
