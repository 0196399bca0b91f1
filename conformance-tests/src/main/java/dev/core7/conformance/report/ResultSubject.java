package dev.core7.conformance.report;

import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.Check;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a result is about: a check, or behaviour across requests. */
final class ResultSubject {
    /** Stands for the clauses of all flows. */
    static final String BEHAVIOUR = "behaviour";

    private static final Set<String> CHECKS =
            Runner.checks().stream().map(Check::id).collect(Collectors.toUnmodifiableSet());

    private ResultSubject() {}

    /** Returns the id of the check, or {@link #BEHAVIOUR} for a clause of a flow. */
    static String of(Result result) {
        return flow(result).isPresent() ? BEHAVIOUR : result.check();
    }

    /** Returns the flow whose clause was judged. Empty for a check, which can judge a step of a flow too. */
    static Optional<String> flow(Result result) {
        return result.sent().flow().filter(flow -> !CHECKS.contains(result.check()));
    }
}
