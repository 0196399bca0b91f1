package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;

/** One clause, judged on one exchange. Checks hold no state and send no requests. */
public interface Check {
    /** The id in kebab-case, stable across versions: reports and baselines refer to it. */
    String id();

    /** How binding the clause is. */
    Level level();

    /** The clause as a sentence about the case. */
    String clause(Case sent);

    /** Whether the clause applies to the case. */
    boolean concerns(Case sent);

    /** Whether a result is omitted if the case was not sent, or if the clause does not apply to the response. */
    default boolean onlyWhereApplicable() {
        return false;
    }

    /** Judges {@code exchange}; {@code evidence} contains all other exchanges of the run. */
    Outcome judge(Exchange exchange, Evidence evidence);

    /** Judges a request without a response: not proven, unless the clause requires a response. */
    default Outcome judge(Unanswered request, Evidence evidence) {
        return new Outcome.NotProven(request.reason());
    }
}
