package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Evidence;
import java.util.regex.Pattern;

/** Looks in what a read-back shows for the marks that refused requests sent. */
final class StoredMarks {
    private StoredMarks() {}

    static Outcome judge(Exchange exchange, Evidence evidence) {
        if (!exchange.accepted()) {
            return new Outcome.NotProven(exchange.request().method() + " "
                    + exchange.request().path() + " got status "
                    + exchange.response().status()
                    + ", so effects of refused requests could not be looked for: make this request succeed");
        }
        var refused = evidence.refusals(exchange.sent()).stream()
                .filter(e -> !e.request().mark().isEmpty())
                .toList();
        if (refused.isEmpty()) {
            return new Outcome.NotApplicable("no write request was refused");
        }
        var text = exchange.response().text();
        return Outcome.of(refused.stream()
                .filter(e -> leftIn(text, e))
                .map(StoredMarks::finding)
                .toList());
    }

    /** Returns whether a text contains the mark of a request; a mark followed by more digits is another mark. */
    private static boolean leftIn(String text, Exchange refused) {
        return Pattern.compile(Pattern.quote(refused.request().mark()) + "(?![0-9a-f])")
                .matcher(text)
                .find();
    }

    private static Finding finding(Exchange refused) {
        return new Finding(
                "body",
                "no effect of the request " + refused.sent().name() + ", which was refused with "
                        + refused.response().status(),
                "\"" + refused.request().mark() + "\", which this request sent");
    }
}
