package dev.core7.conformance.report;

import dev.core7.conformance.result.Result;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Operation;
import java.util.List;

/**
 * Where a cause shows: one case, and the request that proves it.
 *
 * @param section the heading of the page that the operation comes from
 * @param open whether it stands unfolded
 * @param findings what is wrong here, where it is not told for all places at once
 * @param proof the request; none where nothing was sent
 */
record Occurrence(
        String id,
        String endpoint,
        String section,
        String clause,
        boolean open,
        List<Cause.Row> findings,
        List<ExchangeView> proof) {
    static Occurrence of(Result result, Target target, boolean open, List<Cause.Row> findings) {
        return new Occurrence(
                result.sent().id(),
                endpoint(result.sent().called()),
                result.sent().operation().section(),
                result.clause(),
                open,
                findings,
                result.attempt().stream()
                        .map(attempt -> ExchangeView.of(
                                attempt, target, result.outcome().brokenPlaces()))
                        .toList());
    }

    boolean anyFinding() {
        return !findings.isEmpty();
    }

    static String endpoint(Operation operation) {
        return operation.method() + " " + operation.path();
    }
}
