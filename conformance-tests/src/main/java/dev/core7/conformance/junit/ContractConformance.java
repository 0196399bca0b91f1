package dev.core7.conformance.junit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.http.Transports;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.conformance.target.TargetUrl;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.TestAbortedException;

/**
 * Extend this class, say what your server is, and the suite becomes part of your tests: a node for each operation, in it a
 * test for each check of each case.
 */
public abstract class ContractConformance {
    private @Nullable Contract read;

    /** The server to judge, with its keys and fixtures; it has to be running. */
    protected abstract Target target();

    /** The contract to judge by: the one that comes with the kit, unless overridden. */
    protected Contract contract() {
        return ContractReader.bundled();
    }

    /** The contract, the same objects for whoever asks: flows and runner are about the same operations. */
    private Contract readOnce() {
        if (read == null) {
            read = contract();
        }
        return read;
    }

    /** The behaviour across requests that is judged: the flows that come with the kit, unless overridden. */
    protected List<Behaviour> flows() {
        return Flows.bundled(readOnce(), RetryDelay.REAL);
    }

    /** Whether a SHOULD counts like a MUST; it does not, unless overridden. */
    protected boolean strict() {
        return false;
    }

    /** How long one answer may take: half a minute, unless overridden. */
    protected Duration timeout() {
        return Duration.ofSeconds(30);
    }

    /** How long requests are sent: half an hour, unless overridden; what was not sent by then is not proven. */
    protected Duration maxDuration() {
        return Duration.ofMinutes(30);
    }

    /** How many resources are judged at once; the results are the same: the processors, unless overridden. */
    protected int jobs() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Runs the suite once and tells each result as a test.
     *
     * @throws InputException where the target's url is none, or holds a password
     * @throws Runner.UnreachableException where nobody answers at the target's address
     */
    @TestFactory
    Stream<DynamicNode> conformance() throws Runner.UnreachableException {
        var target = target();
        TargetUrl.problem(target.url()).ifPresent(problem -> {
            throw new InputException("the url of the target: " + problem);
        });
        var budget = TimeBudget.of(maxDuration(), "not sent within " + maxDuration() + ": override maxDuration()");
        var transport = Transports.to(target, timeout(), budget);
        var report = new Runner(readOnce(), target, transport, Selection.ALL, flows())
                .waiting(budget)
                .run(strict(), budget.progress(Progress.SILENT), Ledger.NONE, jobs());
        var nodes = new LinkedHashMap<String, List<DynamicNode>>();
        for (Result result : report.results()) {
            nodes.computeIfAbsent(result.sent().operation().id(), id -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(
                            result.sent().name() + " " + result.check(), () -> tell(result, report)));
        }
        return nodes.entrySet().stream().map(node -> DynamicContainer.dynamicContainer(node.getKey(), node.getValue()));
    }

    private static void tell(Result result, Report report) {
        var outcome = result.outcome();
        if (outcome instanceof Outcome.Passed) {
            return;
        }
        boolean counts = report.counts(result.level());
        boolean broken = outcome instanceof Outcome.Failed || outcome instanceof Outcome.NotProven;
        if (counts && broken) {
            fail(message(result, report));
        }
        throw new TestAbortedException(message(result, report));
    }

    private static String message(Result result, Report report) {
        var text = new StringBuilder(result.level() + " " + result.outcome().word() + ": " + result.clause());
        if (!result.outcome().reason().isEmpty()) {
            text.append("\n  ").append(result.outcome().reason());
        }
        result.outcome()
                .brokenPlaces()
                .forEach(f -> text.append("\n  at ")
                        .append(f.where())
                        .append(": expected ")
                        .append(f.expected())
                        .append(", got ")
                        .append(f.actual()));
        result.request().ifPresent(request -> text.append("\n  ").append(CurlCommand.of(report.target(), request)));
        return text.toString();
    }
}
