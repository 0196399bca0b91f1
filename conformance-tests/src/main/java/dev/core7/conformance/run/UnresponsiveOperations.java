package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.contract.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The operations that do not respond although the server responds to others. Such a request can take the whole time limit. After
 * three in a row, only documented requests are sent to that operation.
 */
final class UnresponsiveOperations {
    /** After this number of consecutive requests without a response, only documented requests are sent to an operation. */
    private static final int OPERATION_LIMIT = 3;

    /**
     * After this number of consecutive requests without a response, to any operations, nothing more is sent. Two faulty
     * operations do not reach it: each gets {@link #OPERATION_LIMIT} requests, and then only documented ones.
     */
    private static final int RUN_LIMIT = 12;

    private final Map<String, Integer> consecutiveByOperation = new HashMap<>();
    private int consecutive;

    /** Records whether a request got a response. */
    void record(Operation called, boolean answered) {
        consecutive = answered ? 0 : consecutive + 1;
        if (answered) {
            consecutiveByOperation.remove(called.id());
        } else {
            consecutiveByOperation.merge(called.id(), 1, Integer::sum);
        }
    }

    /** Returns why a case must not be sent any more; empty if it may. */
    Optional<String> whyNotSent(Case testCase) {
        if (consecutive >= RUN_LIMIT) {
            return Optional.of("not sent, because " + RUN_LIMIT + " requests in a row got no response:"
                    + " check that the server is running and repeat the run");
        }
        var operation = testCase.called().id();
        boolean stopped = consecutiveByOperation.getOrDefault(operation, 0) >= OPERATION_LIMIT;
        return stopped && !(testCase.purpose() instanceof Purpose.Documented)
                ? Optional.of("not sent, because " + OPERATION_LIMIT + " requests in a row to " + operation
                        + " got no response:" + " fix this operation first")
                : Optional.empty();
    }
}
