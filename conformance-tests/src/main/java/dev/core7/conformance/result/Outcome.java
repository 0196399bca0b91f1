package dev.core7.conformance.result;

import dev.core7.conformance.exchange.Unanswered;
import java.util.List;
import java.util.Locale;

/** The outcome of one check on one case. */
public sealed interface Outcome {
    /** The clause holds. */
    record Passed() implements Outcome {}

    /** The clause is broken, in at least one place. */
    record Failed(List<Finding> findings) implements Outcome {
        /**
         * Copies {@code findings}.
         *
         * @throws IllegalArgumentException if there are none
         */
        public Failed {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("a failure needs a finding");
            }
        }
    }

    /** The clause could not be judged; the reason says what is missing and how to supply it. */
    record NotProven(String reason) implements Outcome {}

    /** The clause does not apply to this case. */
    record NotApplicable(String reason) implements Outcome {}

    /** The user excluded the case from this run. */
    record Excluded(String reason) implements Outcome {}

    /** The clause is broken, and the baseline lists this failure. */
    record KnownFailure(List<Finding> findings, String reason) implements Outcome {}

    /** Passed. */
    static Outcome passed() {
        return new Passed();
    }

    /** Failed in one place. */
    static Outcome failed(String where, String expected, String actual) {
        return new Failed(List.of(new Finding(where, expected, actual)));
    }

    /** A request without a response: failed if the server responded to other operations meanwhile, otherwise not proven. */
    static Outcome withoutResponse(Unanswered request, String expected) {
        return request.othersResponded()
                ? failed(Unanswered.WHERE, expected, request.problemWithTries())
                : new NotProven(request.reason());
    }

    /** Passed if there are no findings, otherwise failed. */
    static Outcome of(List<Finding> findings) {
        return findings.isEmpty() ? passed() : new Failed(findings);
    }

    /** The name in kebab-case, as reports show it, such as {@code not-proven}. */
    default String word() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** Why the clause was not judged, or does not count; empty for passed and failed. */
    default String reason() {
        if (this instanceof NotProven o) {
            return o.reason();
        }
        if (this instanceof NotApplicable o) {
            return o.reason();
        }
        if (this instanceof Excluded o) {
            return o.reason();
        }
        return this instanceof KnownFailure o ? o.reason() : "";
    }

    /** The findings; none unless the clause is broken. */
    default List<Finding> brokenPlaces() {
        if (this instanceof Failed o) {
            return o.findings();
        }
        return this instanceof KnownFailure o ? o.findings() : List.of();
    }
}
