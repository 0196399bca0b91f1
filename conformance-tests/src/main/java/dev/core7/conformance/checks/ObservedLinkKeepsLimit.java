package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** The links of a list whose parameters the page does not document keep the limit of the request. */
@AutoService(Check.class)
public final class ObservedLinkKeepsLimit implements Check {
    @Override
    public String id() {
        return "observed-link-keeps-limit";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the links to other pages have the limit of the request";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.BadInput
                && PageLinks.isObservedList(sent)
                && PageLinks.observedLimit(sent).isPresent();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        String limit = PageLinks.observedLimit(exchange.sent()).orElseThrow();
        if (PageLinks.in(exchange).isEmpty()) {
            return new Outcome.NotApplicable("the response has no link to another page");
        }
        return Outcome.of(PageLinks.changed(exchange, limit::equals));
    }
}
