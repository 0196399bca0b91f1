package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.List;

/** The documented request in other legal forms, with the right key. Operations that delete objects are sent in the usual form only. */
@AutoService(CaseSource.class)
public final class OtherForms implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public Turn turnFor(Operation operation) {
        return operation.isSafe() ? Turn.DOCUMENTED : turn();
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        boolean usesUp =
                operation.method().equals("DELETE") && operation.success().status() / 100 == 2;
        return usesUp
                ? List.of()
                : forms(operation, contract).stream()
                        .filter(form -> !form.isDocumented())
                        .map(form -> Case.withMinimalKey(
                                        target,
                                        operation,
                                        "form-" + form.name(),
                                        new Purpose.OtherForm(form.name(), new Purpose.Documented(MediaType.JSON)))
                                .withChange(form.change()))
                        .toList();
    }

    private static List<Forms.Form> forms(Operation operation, Contract contract) {
        return operation.success().isError() ? Forms.ofRefusal(operation, contract) : Forms.of(operation, contract);
    }
}
