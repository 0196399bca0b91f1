package dev.core7.conformance.selftest;

import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.relations.Relations;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.spi.CaseSource.Turn;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs the suite against mocks with one fault each. Every worker has its own mock. */
public final class SelfTest {
    private static final List<Check> CHECKS = Runner.checks();
    private static final List<Check> LAWS =
            CHECKS.stream().filter(Check::onlyWhereApplicable).toList();
    private static final List<CaseSource> DOCUMENTED = sources(Set.of(Turn.DOCUMENTED));
    private static final List<CaseSource> LOOKING = sources(Set.of(Turn.DOCUMENTED, Turn.LAST_LOOK));
    private static final List<List<CaseSource>> ROUNDS =
            List.of(DOCUMENTED, sources(Set.of(Turn.REFUSED, Turn.DOCUMENTED)), sources(Set.of(Turn.values())));

    private final Contract contract;
    private final BiFunction<MockServer, Contract, Target> targets;
    private final List<Behaviour> flows;
    private final FaultKinds kinds = new FaultKinds();

    private static List<CaseSource> sources(Set<Turn> turns) {
        return Runner.caseSources().stream()
                .filter(source -> turns.contains(source.turn()))
                .toList();
    }

    /** Creates a self-test for {@code contract}; {@code targets} creates the target for a mock. */
    public SelfTest(Contract contract, BiFunction<MockServer, Contract, Target> targets) {
        this.contract = contract;
        this.targets = targets;
        this.flows = Stream.concat(
                        Flows.bundled(contract, RetryDelay.AT_ONCE).stream(),
                        Relations.of(contract, RetryDelay.AT_ONCE).stream())
                .toList();
    }

    /**
     * Runs the suite for each fault, {@code jobs} in parallel. Returns the results in the order of the faults.
     *
     * @param done receives each result when it is complete
     */
    public List<MutantResult> run(List<Fault> faults, int jobs, Consumer<MutantResult> done)
            throws InterruptedException {
        var queue = new ConcurrentLinkedQueue<>(faults);
        var workers = Executors.newFixedThreadPool(jobs);
        try {
            var results = new ArrayList<Future<List<MutantResult>>>();
            for (int i = 0; i < jobs; i++) {
                results.add(workers.submit((Callable<List<MutantResult>>) () -> work(queue, done)));
            }
            var kills = new ArrayList<MutantResult>();
            for (var result : results) {
                kills.addAll(result.get());
            }
            var order = faults.stream().map(Fault::id).toList();
            kills.sort((a, b) -> order.indexOf(a.mutant()) - order.indexOf(b.mutant()));
            return kills;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the self-test failed: " + e.getCause(), e);
        } finally {
            workers.shutdownNow();
        }
    }

    private List<MutantResult> work(Queue<Fault> queue, Consumer<MutantResult> done)
            throws Runner.UnreachableException {
        var kills = new ArrayList<MutantResult>();
        try (var keeping = new FaultyMock(contract, MockOptions.defaults().withState(), targets);
                var replaying = new FaultyMock(contract, MockOptions.defaults(), targets)) {
            for (var fault = queue.poll(); fault != null; fault = queue.poll()) {
                var kill = test(fault, keeping);
                // Fields that only the examples contain are changed where the examples are returned.
                if (kill.state() != MutantResult.State.KILLED && !fault.needsState()) {
                    kill = test(fault, replaying);
                }
                kills.add(kill);
                done.accept(kill);
            }
        }
        return kills;
    }

    private MutantResult test(Fault fault, FaultyMock mock) throws Runner.UnreachableException {
        if (kinds.isOfLaws(fault.kind())) {
            return runLaws(fault, mock);
        }
        return kinds.isOfFlows(fault.kind()) ? runFlows(fault, mock) : runChecks(fault, mock);
    }

    /** First sends only documented requests, which find most faults; then more, until the fault is found. */
    private MutantResult runChecks(Fault fault, FaultyMock mock) throws Runner.UnreachableException {
        var selection = new Selection(Set.of(fault.operationId()), false);
        var kill = new MutantResult(fault.id(), fault.kind(), MutantResult.State.SURVIVED, List.of());
        for (var sources : ROUNDS) {
            mock.inject(fault);
            var runner = new Runner(contract, mock.target(), mock.transport(), selection, sources, CHECKS, List.of());
            kill = judge(fault, runner.run(false, Progress.SILENT).results());
            if (kill.state() == MutantResult.State.KILLED) {
                return kill;
            }
        }
        return kill;
    }

    /** Runs the flows that call the operation, after the documented requests, whose responses they use. */
    private MutantResult runFlows(Fault fault, FaultyMock mock) throws Runner.UnreachableException {
        mock.inject(fault);
        var runner = new Runner(
                contract, mock.target(), mock.transport(), Selection.ALL, DOCUMENTED, List.of(), flows(fault));
        return judge(fault, runner.run(false, Progress.SILENT).results());
    }

    /** Runs the same flows, and judges all objects that they and the cases have created: first few cases, then all. */
    private MutantResult runLaws(Fault fault, FaultyMock mock) throws Runner.UnreachableException {
        var kill = new MutantResult(fault.id(), fault.kind(), MutantResult.State.SURVIVED, List.of());
        for (var sources : List.of(LOOKING, Runner.caseSources())) {
            mock.inject(fault);
            var runner =
                    new Runner(contract, mock.target(), mock.transport(), Selection.ALL, sources, LAWS, flows(fault));
            kill = judge(fault, runner.run(false, Progress.SILENT).results());
            if (kill.state() == MutantResult.State.KILLED) {
                return kill;
            }
        }
        return kill;
    }

    /** Returns the flows that call the operation of a fault. */
    private List<Behaviour> flows(Fault fault) {
        return flows.stream()
                .filter(flow -> flow.operations().stream()
                        .anyMatch(operation -> operation.id().equals(fault.operationId())))
                .toList();
    }

    private MutantResult judge(Fault fault, List<Result> results) {
        var own = kinds.checks(fault.kind());
        var by = new TreeSet<String>();
        results.stream().filter(r -> finds(r, own, fault)).forEach(r -> by.add(r.check()));
        boolean found = own.stream().anyMatch(by::contains);
        var state = by.isEmpty()
                ? MutantResult.State.SURVIVED
                : found ? MutantResult.State.KILLED : MutantResult.State.KILLED_OTHERWISE;
        return new MutantResult(fault.id(), fault.kind(), state, List.copyOf(by));
    }

    /** Returns whether a result finds the fault. If flows run, a result that is not proven counts only if the fault breaks its clause. */
    private boolean finds(Result result, List<String> own, Fault fault) {
        boolean withFlows = kinds.isOfFlows(fault.kind()) || kinds.isOfLaws(fault.kind());
        return result.outcome() instanceof Outcome.Failed
                || result.outcome() instanceof Outcome.NotProven && (!withFlows || own.contains(result.check()));
    }
}
