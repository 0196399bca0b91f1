package dev.core7.conformance.junit;

import static org.junit.jupiter.api.Assertions.fail;

import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.http.Transports;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.relations.Relations;
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
 * Runs the suite as a JUnit test. Extend this class and return your server from {@link #target()}. The tests are grouped by operation,
 * with one test for each check of each case. Failures and unproven results of the level MUST fail; those of the level SHOULD are
 * skipped unless {@link #strict()} is overridden.
 */
public abstract class ContractConformance {
    private @Nullable Contract read;

    /** Returns the server to test, with its keys and fixtures. It must be running. */
    protected abstract Target target();

    /** Returns the contract. Default: the contract of the kit. */
    protected Contract contract() {
        return ContractReader.bundled();
    }

    /** Returns the same object on each call, because flows and runner must use the same operations. */
    private Contract readOnce() {
        if (read == null) {
            read = contract();
        }
        return read;
    }

    /** Returns the workflows to run. Default: the flows of the kit. */
    protected List<Behaviour> flows() {
        return Flows.bundled(readOnce(), RetryDelay.REAL);
    }

    /** Returns whether to treat a SHOULD as a MUST. Default: false. */
    protected boolean strict() {
        return false;
    }

    /** Returns the timeout for one response. Default: 30 seconds. */
    protected Duration timeout() {
        return Duration.ofSeconds(30);
    }

    /** Returns the time limit for sending requests. Cases that were not sent by then are not proven. Default: 30 minutes. */
    protected Duration maxDuration() {
        return Duration.ofMinutes(30);
    }

    /** Returns the number of resources to test in parallel; it does not affect the results. Default: the number of processors. */
    protected int jobs() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Runs the suite once and returns a test for each result.
     *
     * @throws InputException if the URL of the target is invalid or contains a password
     * @throws Runner.UnreachableException if the target cannot be reached
     */
    @TestFactory
    Stream<DynamicNode> conformance() throws Runner.UnreachableException {
        var target = target();
        TargetUrl.problem(target.url()).ifPresent(problem -> {
            throw new InputException("the URL of the target: " + problem);
        });
        var budget = TimeBudget.of(maxDuration(), "not sent within " + maxDuration() + ": override maxDuration()");
        var transport = Transports.to(target, timeout(), budget);
        var behaviours = Stream.concat(flows().stream(), Relations.of(readOnce(), RetryDelay.REAL).stream())
                .toList();
        var report = new Runner(readOnce(), target, transport, Selection.ALL, behaviours)
                .waiting(budget)
                .run(strict(), budget.progress(Progress.SILENT), Ledger.NONE, jobs());
        var nodes = new LinkedHashMap<String, List<DynamicNode>>();
        for (Result result : report.results()) {
            nodes.computeIfAbsent(result.sent().operation().id(), id -> new ArrayList<>())
                    .add(DynamicTest.dynamicTest(
                            result.sent().name() + " " + result.check(), () -> report(result, report)));
        }
        return nodes.entrySet().stream().map(node -> DynamicContainer.dynamicContainer(node.getKey(), node.getValue()));
    }

    private static void report(Result result, Report report) {
        var outcome = result.outcome();
        if (outcome instanceof Outcome.Passed) {
            return;
        }
        boolean counts = report.affectsVerdict(result.level());
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
