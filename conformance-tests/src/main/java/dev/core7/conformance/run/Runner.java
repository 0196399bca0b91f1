package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.selection.Lanes;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.selection.Shard;
import dev.core7.conformance.selection.ShardPlanner;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import java.util.function.Supplier;

/** Derives the cases, sends them, cleans up, and applies every check to the exchanges that it concerns. */
public final class Runner {
    private final Contract contract;
    private final Target target;
    private final Transport transport;
    private final Selection selection;
    private final List<CaseSource> sources;
    private final List<Check> checks;
    private final List<Behaviour> behaviours;
    private final RetryDelay retryDelay;

    /** A run with all checks and case sources, without behaviours. */
    public Runner(Contract contract, Target target, Transport transport, Selection selection) {
        this(contract, target, transport, selection, List.of());
    }

    /** A run with all checks and case sources, and with these behaviours. */
    public Runner(
            Contract contract, Target target, Transport transport, Selection selection, List<Behaviour> behaviours) {
        this(contract, target, transport, selection, caseSources(), checks(), behaviours);
    }

    /** A run with these checks, case sources and behaviours. */
    public Runner(
            Contract contract,
            Target target,
            Transport transport,
            Selection selection,
            List<CaseSource> sources,
            List<Check> checks,
            List<Behaviour> behaviours) {
        this(contract, target, transport, selection, sources, checks, behaviours, RetryDelay.NEVER);
    }

    private Runner(
            Contract contract,
            Target target,
            Transport transport,
            Selection selection,
            List<CaseSource> sources,
            List<Check> checks,
            List<Behaviour> behaviours,
            RetryDelay retryDelay) {
        this.contract = contract;
        this.target = target;
        this.transport = transport;
        this.selection = selection;
        this.sources = sources;
        this.checks = checks;
        this.behaviours = behaviours;
        this.retryDelay = retryDelay;
    }

    /** The same run, which waits and repeats a request if a change may appear later. Without it, a run does not wait. */
    public Runner waiting(RetryDelay other) {
        return new Runner(contract, target, transport, selection, sources, checks, behaviours, other);
    }

    /** Every check on the class path, by id. */
    public static List<Check> checks() {
        return ServiceLoader.load(Check.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Check::id))
                .toList();
    }

    /** Every case source on the class path, in the order of their turns. */
    public static List<CaseSource> caseSources() {
        return ServiceLoader.load(CaseSource.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(CaseSource::turn)
                        .thenComparing(s -> s.getClass().getName()))
                .toList();
    }

    /**
     * The same run, limited to one of its shards.
     *
     * @throws InputException if the run cannot be split into so many shards
     */
    public Runner only(Shard shard) {
        var assignment = new ShardPlanner(contract, cases(), behaviours).of(shard);
        return new Runner(
                contract, target, transport, selection.in(assignment), sources, checks, behaviours, retryDelay);
    }

    /**
     * Runs on one thread, without a ledger.
     *
     * @param strict whether a SHOULD counts like a MUST in the verdict
     * @throws UnreachableException if the first request cannot connect to the server
     */
    public Report run(boolean strict, Progress progress) throws UnreachableException {
        return run(strict, progress, Ledger.NONE, 1);
    }

    /**
     * Runs all cases and behaviours. The report does not depend on {@code jobs}.
     *
     * @param strict whether a SHOULD counts like a MUST in the verdict
     * @param progress is called by one thread at a time
     * @param ledger is called by several threads at the same time
     * @param jobs how many lanes run in parallel, at least 1
     * @throws UnreachableException if the first request cannot connect to the server
     */
    public Report run(boolean strict, Progress progress, Ledger ledger, int jobs) throws UnreachableException {
        return new Redactor(target.keys()).redact(run(newId(), strict, progress, ledger, jobs, false));
    }

    /** Runs without a ledger and without progress. The runner's transport must respond to every request without sending it. */
    public Report dryRun() {
        return runAlone(newId(), false, true);
    }

    /**
     * Repeats a recorded run without a ledger and without progress. The runner's transport must return the recorded responses.
     *
     * @param runId the id of the recorded run, so that the requests are the same
     */
    public Report replay(String runId, boolean strict) {
        return runAlone(runId, strict, false);
    }

    private Report runAlone(String runId, boolean strict, boolean planned) {
        try {
            return run(runId, strict, Progress.SILENT, Ledger.NONE, 1, planned);
        } catch (UnreachableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** @param planned whether no server responds, so that every clause that may apply is listed */
    private Report run(String runId, boolean strict, Progress progress, Ledger ledger, int jobs, boolean planned)
            throws UnreachableException {
        var started = Instant.now();
        var cases = cases();
        var availability = new TargetAvailability();
        Supplier<LaneExecution> executions = () ->
                new LaneExecution(contract, target, transport, selection, runId, ledger, availability, retryDelay);
        var execution =
                new LaneScheduler(Lanes.of(contract, cases, behaviours), executions, availability, progress).run(jobs);
        progress.cleanupStarts();
        var leftBehind = execution.cleanUp();
        var results = judge(execution, cases, planned);
        var took = Duration.between(started, Instant.now());
        return new Report(
                contract,
                target,
                selection,
                runId,
                started,
                took,
                strict,
                results,
                execution.attempts(),
                leftBehind,
                List.of(),
                List.of());
    }

    /**
     * The results of all checks on all cases, the results of the behaviours, and those of the checks on the steps of
     * behaviours.
     */
    private List<Result> judge(LaneExecution execution, List<Case> cases, boolean planned) {
        var results = new ArrayList<Result>();
        var evidence = execution.evidence();
        for (Case testCase : cases) {
            checks.stream()
                    .filter(check -> check.concerns(testCase))
                    .forEach(check -> add(check, execution.judge(testCase, check, evidence), planned, results));
        }
        behaviours.forEach(behaviour -> results.addAll(execution.results(behaviour)));
        behaviours.stream()
                .flatMap(behaviour -> lastOfEachStep(behaviour, evidence.exchanges()).stream())
                .forEach(step -> checks.stream()
                        .filter(check -> check.concerns(step.sent()))
                        .forEach(check -> add(check, execution.judge(step, check, evidence), planned, results)));
        return results;
    }

    private static void add(Check check, Result result, boolean planned, List<Result> results) {
        boolean applies = planned
                || !(result.outcome() instanceof Outcome.NotApplicable)
                        && !result.outcome().equals(Shard.ELSEWHERE);
        if (!check.onlyWhereApplicable() || result.attempt().isPresent() && applies) {
            results.add(result);
        }
    }

    /** All cases of all operations. Operations that create objects come first, because others need the objects. */
    public List<Case> cases() {
        var cases = new ArrayList<Case>();
        contract.operations().stream()
                .sorted(Comparator.comparing(operation -> !creates(operation)))
                .forEach(operation -> sources.stream()
                        .sorted(Comparator.comparing(source -> source.turnFor(operation)))
                        .forEach(source -> cases.addAll(source.cases(operation, contract, target))));
        return cases;
    }

    /** The last exchange of each step of a behaviour; a step may be repeated. */
    private static Collection<Exchange> lastOfEachStep(Behaviour behaviour, List<Exchange> exchanges) {
        var last = new LinkedHashMap<String, Exchange>();
        exchanges.stream()
                .filter(e ->
                        e.sent().purpose() instanceof Purpose.Step || e.sent().purpose() instanceof Purpose.OtherMethod)
                .filter(e -> e.sent().name().startsWith(behaviour.id() + "."))
                .forEach(e -> last.put(e.sent().id(), e));
        return last.values();
    }

    private static boolean creates(Operation operation) {
        return !operation.isSafe() && !operation.success().links().isEmpty();
    }

    /** The target cannot be reached; the message gives the URL and the reason. */
    public static final class UnreachableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreachableException(String message) {
            super(message);
        }
    }
}
