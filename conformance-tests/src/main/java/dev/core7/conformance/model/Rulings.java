package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What was judged in each exchange, and what was found. */
final class Rulings {
    private static final Outcome NOTHING = new Outcome.NotApplicable("the response shows no object of the run");

    private final Map<Exchange, Map<Law, List<Finding>>> byExchange = new IdentityHashMap<>();

    /** Notes that the laws were applied to an exchange. */
    void judged(Exchange exchange, Law... laws) {
        for (Law law : laws) {
            findings(exchange, law);
        }
    }

    /** Notes a breach; of several objects in one response that are wrong in the same way only the first is told. */
    void broken(Exchange exchange, Law law, Finding finding) {
        var findings = findings(exchange, law);
        if (findings.stream().noneMatch(f -> field(f).equals(field(finding)))) {
            findings.add(finding);
        }
    }

    private static String field(Finding finding) {
        return finding.where().replaceAll("/\\d+(?=/|$)", "/*");
    }

    private List<Finding> findings(Exchange exchange, Law law) {
        return byExchange
                .computeIfAbsent(exchange, e -> new EnumMap<>(Law.class))
                .computeIfAbsent(law, l -> new ArrayList<>());
    }

    /** What became of a law in an exchange. */
    Outcome of(Law law, Exchange exchange) {
        var findings = byExchange.getOrDefault(exchange, Map.of()).get(law);
        return findings == null ? NOTHING : Outcome.of(findings);
    }
}
