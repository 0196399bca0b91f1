package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Set;

/** Sends a body that is not JSON, and one with the media type text/plain. */
@AutoService(CaseSource.class)
public final class WrongBodies implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (operation.body().isEmpty()) {
            return List.of();
        }
        var notJson = new Purpose.BadInput("a body that is not JSON", Set.of(400, 422));
        var plainText = new Purpose.BadInput("a body of the media type text/plain", Set.of(400, 406, 415, 422));
        return List.of(
                Case.withMinimalKey(target, operation, "not-json", notJson)
                        .withChange(draft -> draft.withBody("{\"broken\": ")),
                Case.withMinimalKey(target, operation, "text-plain", plainText)
                        .withChange(draft ->
                                draft.withHeader("Content-Type", "text/plain").withBody("plain text")));
    }
}
