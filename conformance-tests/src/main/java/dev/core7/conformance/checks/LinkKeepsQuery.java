package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;

/** The links of a list keep the query parameters of the request, except those of the position. */
@AutoService(Check.class)
public final class LinkKeepsQuery implements Check {
    @Override
    public String id() {
        return "link-keeps-query";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "the links to other pages have the query parameters of the request";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isDocumented() && PageLinks.isDocumentedList(sent);
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (PageLinks.in(exchange).isEmpty()) {
            return new Outcome.NotApplicable("the response has no link to another page");
        }
        return Outcome.of(PageLinks.changed(exchange, PageLinks.documented(exchange.sent())));
    }
}
