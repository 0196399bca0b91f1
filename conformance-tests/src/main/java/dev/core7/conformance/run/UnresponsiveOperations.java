package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.contract.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operations that do not answer although the server answers others. Each takes up to the time limit for a request, so that
 * after a few requests only what its verdict rests on is still sent.
 */
final class UnresponsiveOperations {
    /** After so many requests in a row an operation gets its documented requests only. */
    private static final int OPERATION_LIMIT = 3;

    /** After so many in a row, whatever they call, nothing more is sent: two operations take fewer. */
    private static final int RUN_LIMIT = 12;

    private final Map<String, Integer> consecutiveByOperation = new HashMap<>();
    private int consecutive;

    /** Notes that a request got its answer, or none. */
    void after(Operation called, boolean answered) {
        consecutive = answered ? 0 : consecutive + 1;
        if (answered) {
            consecutiveByOperation.remove(called.id());
        } else {
            consecutiveByOperation.merge(called.id(), 1, Integer::sum);
        }
    }

    /** Why a case is not sent any more; empty if it is. */
    Optional<String> objection(Case testCase) {
        if (consecutive >= RUN_LIMIT) {
            return Optional.of("not sent: " + RUN_LIMIT + " requests in a row got no response");
        }
        var operation = testCase.called().id();
        boolean stopped = consecutiveByOperation.getOrDefault(operation, 0) >= OPERATION_LIMIT;
        return stopped && !(testCase.purpose() instanceof Purpose.Documented)
                ? Optional.of(
                        "not sent: " + OPERATION_LIMIT + " requests in a row to " + operation + " got no response")
                : Optional.empty();
    }
}
