package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.RefusalHints;
import dev.core7.contract.flow.Condition;
import dev.core7.contract.flow.Scope;
import dev.core7.contract.flow.Scope.MissingValueException;
import java.util.ArrayList;
import java.util.List;

/** What the conditions of one clause say of an answer. */
final class CriterionJudge {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int PAYMENT_REQUIRED = 402;

    private CriterionJudge() {}

    static Outcome judge(List<Condition> conditions, Exchange exchange, Scope answer) {
        int status = exchange.response().status();
        if (status == TOO_MANY_REQUESTS || status == PAYMENT_REQUIRED) {
            return new Outcome.NotProven("answered " + status + ", which says nothing of the server's behaviour");
        }
        var right = RefusalHints.ofMissingRight(exchange);
        if (right.isPresent()) {
            return right.get();
        }
        var findings = new ArrayList<Finding>();
        for (Condition condition : conditions) {
            try {
                if (!condition.holds(answer)) {
                    String actual = condition.actual(answer);
                    boolean ofStatus = condition.where().equals("status");
                    findings.add(new Finding(
                            condition.where(),
                            condition.expected(answer),
                            ofStatus ? actual + RefusalHints.ofFixtures(exchange) : actual));
                }
            } catch (MissingValueException e) {
                return missing(e);
            }
        }
        return Outcome.of(findings);
    }

    /** What is to be said where a value is missing. */
    static Outcome missing(MissingValueException e) {
        String what = String.valueOf(e.getMessage());
        return e.isOptional() ? new Outcome.NotApplicable(what) : new Outcome.NotProven(what);
    }
}
