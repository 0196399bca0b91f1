package dev.core7.conformance.laws;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.model.Law;
import dev.core7.conformance.model.Model;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.Locale;

/** A check that reports what the model says of one law. */
interface LawCheck extends Check {
    /** The law. */
    Law law();

    @Override
    default String id() {
        return law().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    default boolean concerns(Case sent) {
        return Model.concerns(sent);
    }

    @Override
    default boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    default Outcome judge(Unanswered request, Evidence evidence) {
        return new Outcome.NotApplicable(request.reason());
    }

    @Override
    default Outcome judge(Exchange exchange, Evidence evidence) {
        return Model.of(evidence).judge(law(), exchange);
    }
}
