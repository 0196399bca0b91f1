package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.Check;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a result is about: the clause of a check, or behaviour that a flow shows. */
final class ResultSubject {
    /** All clauses of flows together. */
    static final String BEHAVIOUR = "behaviour";

    private static final Set<String> CHECKS =
            Runner.checks().stream().map(Check::id).collect(Collectors.toUnmodifiableSet());

    private ResultSubject() {}

    /** The check's id, or that it is behaviour. */
    static String of(Result result) {
        return flow(result).isPresent() ? BEHAVIOUR : result.check();
    }

    /** The flow whose own clause was judged; a check may judge the answers to its steps too. */
    static Optional<String> flow(Result result) {
        boolean own = result.sent().purpose() instanceof Purpose.Step && !CHECKS.contains(result.check());
        return own ? Optional.of(result.sent().name().split("\\.", 2)[0]) : Optional.empty();
    }
}
