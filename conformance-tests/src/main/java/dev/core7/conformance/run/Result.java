package dev.core7.conformance.run;

import java.util.Optional;

/**
 * What one check said of one case.
 *
 * @param exchange what it was judged on; empty where the case was not sent
 */
public record Result(
        Case sent, String check, Level level, String clause, Outcome outcome, Optional<Exchange> exchange) {
    /** {@code operationId/case/check}: stable across runs. */
    public String id() {
        return sent.id() + "/" + check;
    }

    /** The same result with another outcome. */
    public Result with(Outcome other) {
        return new Result(sent, check, level, clause, other, exchange);
    }
}
