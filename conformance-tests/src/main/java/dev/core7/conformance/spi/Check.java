package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;

/** One clause, judged on one exchange. Checks hold no state and send no requests. */
public interface Check {
    /** Kebab-case and stable: reports and baselines refer to it. */
    String id();

    /** How binding the clause is. */
    Level level();

    /** The clause in a sentence, for that case. */
    String clause(Case sent);

    /** Whether the clause speaks about such a case. */
    boolean concerns(Case sent);

    /** What became of the clause in {@code exchange}; {@code evidence} is everything else that was seen. */
    Outcome judge(Exchange exchange, Evidence evidence);

    /** What became of the clause if the request got no response: not proven, unless the clause demands a response. */
    default Outcome judge(Unanswered request, Evidence evidence) {
        return new Outcome.NotProven(request.reason());
    }
}
