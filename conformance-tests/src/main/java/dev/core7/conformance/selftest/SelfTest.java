package dev.core7.conformance.selftest;

import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.http.RestAssuredTransport;
import dev.core7.conformance.run.Behaviour;
import dev.core7.conformance.run.CaseSource;
import dev.core7.conformance.run.CaseSource.Turn;
import dev.core7.conformance.run.Check;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Result;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Selection;
import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Transport;
import dev.core7.conformance.run.Waiting;
import dev.core7.contract.Contract;
import dev.core7.mock.Fault;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.time.Duration;
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

/** Has the mock play faults, and the suite find them: each worker has a mock of its own. */
public final class SelfTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final List<Check> CHECKS = Runner.checks();
    private static final List<CaseSource> DOCUMENTED = sources(Set.of(Turn.DOCUMENTED));
    private static final List<List<CaseSource>> ROUNDS =
            List.of(DOCUMENTED, sources(Set.of(Turn.REFUSED, Turn.DOCUMENTED)), sources(Set.of(Turn.values())));

    private final Contract contract;
    private final BiFunction<MockServer, Contract, Target> targets;
    private final List<Behaviour> flows;
    private final Kinds kinds = new Kinds();

    private static List<CaseSource> sources(Set<Turn> turns) {
        return Runner.caseSources().stream()
                .filter(source -> turns.contains(source.turn()))
                .toList();
    }

    /** Tries the suite on {@code contract}; {@code targets} makes a target of a mock. */
    public SelfTest(Contract contract, BiFunction<MockServer, Contract, Target> targets) {
        this.contract = contract;
        this.targets = targets;
        this.flows = Flows.bundled(contract, Waiting.AT_ONCE);
    }

    /** Plays {@code faults}, so many at once; {@code done} is told of each. Answers in the order of the faults. */
    public List<Kill> run(List<Fault> faults, int jobs, Consumer<Kill> done) throws InterruptedException {
        var queue = new ConcurrentLinkedQueue<>(faults);
        var workers = Executors.newFixedThreadPool(jobs);
        try {
            var results = new ArrayList<Future<List<Kill>>>();
            for (int i = 0; i < jobs; i++) {
                results.add(workers.submit((Callable<List<Kill>>) () -> work(queue, done)));
            }
            var kills = new ArrayList<Kill>();
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

    private List<Kill> work(Queue<Fault> queue, Consumer<Kill> done) throws Runner.UnreachableException {
        var kills = new ArrayList<Kill>();
        try (var mock = MockServer.start(contract, MockOptions.defaults().withState())) {
            var target = targets.apply(mock, contract);
            var transport = new RestAssuredTransport(target, LIMIT);
            for (var fault = queue.poll(); fault != null; fault = queue.poll()) {
                var kill = play(fault, mock, target, transport);
                kills.add(kill);
                done.accept(kill);
            }
        }
        return kills;
    }

    /**
     * Asks only the documented requests at first, for they find most faults; then more, and the flows last, until the fault is
     * found.
     */
    private Kill play(Fault fault, MockServer mock, Target target, Transport transport)
            throws Runner.UnreachableException {
        var selection = new Selection(Set.of(fault.operationId()), false);
        var kill = new Kill(fault.id(), fault.operationId(), fault.kind(), Kill.State.SURVIVED, List.of());
        for (var suite : kinds.isOfFlows(fault.kind()) ? List.of(DOCUMENTED) : ROUNDS) {
            mock.reset();
            mock.play(fault);
            var behaviours = kinds.isOfFlows(fault.kind()) ? flows : List.<Behaviour>of();
            var report = new Runner(contract, target, transport, selection, suite, CHECKS, behaviours)
                    .run(false, Progress.SILENT);
            kill = judge(fault, report.results());
            if (kill.state() == Kill.State.KILLED) {
                return kill;
            }
        }
        return kill;
    }

    private Kill judge(Fault fault, List<Result> results) {
        var by = new TreeSet<String>();
        results.stream()
                .filter(r -> r.outcome() instanceof Outcome.Failed
                        || r.outcome() instanceof Outcome.NotProven && !kinds.isOfFlows(fault.kind()))
                .forEach(r -> by.add(r.check()));
        boolean own = kinds.checks(fault.kind()).stream().anyMatch(by::contains);
        var state = by.isEmpty() ? Kill.State.SURVIVED : own ? Kill.State.KILLED : Kill.State.KILLED_OTHERWISE;
        return new Kill(fault.id(), fault.operationId(), fault.kind(), state, List.copyOf(by));
    }
}
