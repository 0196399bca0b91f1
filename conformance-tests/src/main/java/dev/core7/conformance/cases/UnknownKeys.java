package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.List;

/** Sends keys that the server did not issue: a well-formed one, an empty one, and one of another scheme. */
@AutoService(CaseSource.class)
public final class UnknownKeys implements CaseSource {
    @Override
    public Turn turn() {
        return Turn.REFUSED;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        return List.of(
                sending(operation, "unknown-key", "Bearer phx_0000000000conformance0000000000unknown0"),
                sending(operation, "empty-key", "Bearer "),
                sending(operation, "other-scheme", "Token phx_0000000000conformance0000000000unknown0"));
    }

    private static Case sending(Operation operation, String name, String authorization) {
        return Case.of(operation, name, new Purpose.UnknownKey(), null)
                .withChange(draft -> draft.withHeader("Authorization", authorization));
    }
}
