package dev.core7.conformance.result;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Request;
import java.util.Optional;

/**
 * The outcome of one check on one case, with the evidence.
 *
 * @param attempt the request that was judged; empty if the case was not sent
 */
public record Result(
        Case sent, String check, Level level, String clause, Outcome outcome, Optional<? extends Attempt> attempt) {
    /** The exchange that was judged; empty if the case was not sent or got no response. */
    public Optional<Exchange> exchange() {
        return attempt.filter(Exchange.class::isInstance).map(Exchange.class::cast);
    }

    /** The request that was judged; empty if the case was not sent. */
    public Optional<Request> request() {
        return attempt.map(Attempt::request);
    }

    /** {@code operationId/case/check}, stable across runs. */
    public String id() {
        return sent.id() + "/" + check;
    }

    /** The same result with another outcome. */
    public Result with(Outcome other) {
        return new Result(sent, check, level, clause, other, attempt);
    }
}
