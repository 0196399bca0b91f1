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
    private static final int OF_AN_OPERATION = 3;

    /** After so many in a row, whatever they call, nothing more is sent: two operations take fewer. */
    private static final int OF_ALL = 12;

    private final Map<String, Integer> inARow = new HashMap<>();
    private int together;

    /** Notes that a request got its answer, or none. */
    void after(Operation called, boolean answered) {
        together = answered ? 0 : together + 1;
        if (answered) {
            inARow.remove(called.id());
        } else {
            inARow.merge(called.id(), 1, Integer::sum);
        }
    }

    /** Why a case is not sent any more; empty if it is. */
    Optional<String> refuses(Case next) {
        if (together >= OF_ALL) {
            return Optional.of("not sent: " + OF_ALL + " requests in a row got no response");
        }
        var operation = next.called().id();
        boolean given = inARow.getOrDefault(operation, 0) >= OF_AN_OPERATION;
        return given && !(next.purpose() instanceof Purpose.Documented)
                ? Optional.of(
                        "not sent: " + OF_AN_OPERATION + " requests in a row to " + operation + " got no response")
                : Optional.empty();
    }
}
