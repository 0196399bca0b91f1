package dev.core7.conformance.benign;

import dev.core7.conformance.http.PatientTransport;
import dev.core7.conformance.http.RestAssuredTransport;
import dev.core7.conformance.run.Ledger;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Result;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Selection;
import dev.core7.conformance.run.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Runs of the whole suite, and what they blame. */
final class Judged {
    static final Contract CONTRACT = ContractReader.bundled();

    private Judged() {}

    static World world() {
        return new World(CONTRACT, 4711, true);
    }

    static Report run(World world, Twist twist, RealServer.Wire wire) {
        try (var server = new RealServer(world.posthog(), twist, wire)) {
            return run(world.target(server.url()));
        }
    }

    static Report run(Target target) {
        var transport = new PatientTransport(new RestAssuredTransport(target, Duration.ofSeconds(5)));
        try {
            return new Runner(CONTRACT, target, transport, Selection.ALL).run(false, Progress.SILENT, Ledger.NONE);
        } catch (Runner.UnreachableException e) {
            throw new AssertionError(e);
        }
    }

    /** Everything that failed, MUST and SHOULD. */
    static List<String> blame(Report report) {
        return told(report.results(Outcome.Failed.class));
    }

    static List<String> told(List<Result> results) {
        return results.stream()
                .map(r -> r.id() + ": " + r.outcome().reason()
                        + r.outcome().brokenPlaces().stream()
                                .map(f -> f.where() + " expected " + f.expected() + ", was " + f.actual())
                                .collect(Collectors.joining("; ")))
                .toList();
    }
}
