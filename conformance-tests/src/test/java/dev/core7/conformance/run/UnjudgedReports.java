package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports of runs that have sent requests, and judged nothing. */
public final class UnjudgedReports {
    private UnjudgedReports() {}

    /** The report of a complete run with these exchanges. */
    public static Report of(Contract contract, Target target, List<Exchange> exchanges) {
        return new Report(
                contract,
                target,
                Selection.ALL,
                "run",
                Instant.EPOCH,
                Duration.ZERO,
                false,
                List.of(),
                exchanges,
                List.of(),
                List.of(),
                List.of());
    }
}
