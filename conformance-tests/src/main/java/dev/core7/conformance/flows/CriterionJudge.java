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

/** Judges a response by the conditions of one clause. */
final class CriterionJudge {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int PAYMENT_REQUIRED = 402;

    private CriterionJudge() {}

    static Outcome judge(List<Condition> conditions, Exchange exchange, Scope scope) {
        int status = exchange.response().status();
        if (status == TOO_MANY_REQUESTS || status == PAYMENT_REQUIRED) {
            return new Outcome.NotProven("the response has status " + status + ": "
                    + (status == PAYMENT_REQUIRED
                            ? "use an account whose plan includes the operation"
                            : "run again later, or reduce the rate with --max-requests-per-minute"));
        }
        var right = RefusalHints.ofMissingRight(exchange);
        if (right.isPresent()) {
            return right.get();
        }
        var findings = new ArrayList<Finding>();
        for (Condition condition : conditions) {
            try {
                if (!condition.holds(scope)) {
                    var mismatch = condition.mismatch(scope);
                    boolean ofStatus = mismatch.where().equals("status");
                    findings.add(new Finding(
                            mismatch.where(),
                            mismatch.expected(),
                            mismatch.actual() + (ofStatus ? RefusalHints.ofFixtures(exchange) : ""),
                            condition.text(scope)));
                }
            } catch (MissingValueException e) {
                return missing(e);
            }
        }
        return Outcome.of(findings);
    }

    /** Returns the outcome of a step that lacks a value: not applicable if the value is optional, otherwise not proven. */
    static Outcome missing(MissingValueException e) {
        String reason = String.valueOf(e.getMessage());
        return e.isOptional() ? new Outcome.NotApplicable(reason) : new Outcome.NotProven(reason);
    }
}
