package dev.core7.conformance.report;

import dev.core7.conformance.result.Result;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Operation;
import java.util.List;

/**
 * One case in which a cause occurs, and its exchange as evidence.
 *
 * @param replay the command that sends the case again
 * @param section the heading of the API's page that describes the operation
 * @param open whether the report shows it unfolded
 * @param findings what is wrong in this case; empty if the cause lists the findings for all cases
 * @param exchange the exchange; empty if no request was sent
 */
record Occurrence(
        String id,
        String replay,
        String endpoint,
        String section,
        String clause,
        boolean open,
        List<Cause.Row> findings,
        List<ExchangeView> exchange) {
    static Occurrence of(Result result, Target target, boolean open, List<Cause.Row> findings) {
        return new Occurrence(
                result.sent().id(),
                Formats.replay(result.sent().id()),
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
