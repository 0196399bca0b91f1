package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;

/** The links of a list to its other pages are URLs, or relative references (RFC 3986). */
@AutoService(Check.class)
public final class LinkSyntax implements Check {
    @Override
    public String id() {
        return "link-syntax";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "the links to other pages are valid URLs (RFC 3986 §4.1)";
    }

    @Override
    public boolean concerns(Case sent) {
        return PageLinks.areIn(sent) && !sent.purpose().isRefusalOfKey();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var links = PageLinks.in(exchange);
        if (links.isEmpty()) {
            return new Outcome.NotApplicable("the response has no link to another page");
        }
        var findings = new ArrayList<Finding>();
        links.forEach((name, link) -> {
            if (!isUrl(link)) {
                findings.add(new Finding("/" + name, "a URL whose other characters are percent-encoded", link));
            }
        });
        return Outcome.of(findings);
    }

    /** The class for URLs also accepts letters beyond ASCII. */
    private static boolean isUrl(String link) {
        try {
            return !new URI(link).toString().isEmpty() && link.chars().allMatch(c -> c < 0x80);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
