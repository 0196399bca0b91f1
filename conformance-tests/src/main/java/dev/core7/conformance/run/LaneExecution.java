package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Runs the cases and behaviours of one lane and holds their results. Lanes are merged into one at the end. */
final class LaneExecution {
    private final Contract contract;
    private final Selection selection;
    private final Inventory inventory;
    private final ExchangeRecorder recorder;
    private final RunCleanup cleanup;
    private final ForeignObjectGuard foreignObjects;
    private final EventualLists eventualLists;
    private final BadInputObjects badInputObjects;
    private final Map<Case, Attempt> attemptByCase = new HashMap<>();
    private final Map<Case, Outcome> outcomesWithoutJudgement = new HashMap<>();
    private final Map<Behaviour, List<Result>> behaviourResults = new HashMap<>();

    /** @param runId the unique id of the run, which is part of all its marks */
    LaneExecution(
            Contract contract,
            Target target,
            Transport transport,
            Selection selection,
            String runId,
            Ledger ledger,
            TargetAvailability availability,
            RetryDelay retryDelay) {
        this.contract = contract;
        this.selection = selection;
        this.inventory = new Inventory(contract, target);
        this.recorder = new ExchangeRecorder(contract, target, transport, inventory, runId, ledger, availability);
        this.cleanup = new RunCleanup(contract, target, inventory, recorder, ledger, RunMarks.prefix(runId));
        this.foreignObjects = new ForeignObjectGuard(contract, target, recorder);
        this.badInputObjects = new BadInputObjects(contract, target, inventory, recorder);
        this.eventualLists = new EventualLists(recorder, retryDelay);
    }

    /** Adds everything that a lane has recorded. */
    void merge(LaneExecution lane) {
        attemptByCase.putAll(lane.attemptByCase);
        outcomesWithoutJudgement.putAll(lane.outcomesWithoutJudgement);
        behaviourResults.putAll(lane.behaviourResults);
        recorder.merge(lane.recorder);
    }

    List<Attempt> attempts() {
        return recorder.attempts();
    }

    Evidence evidence() {
        return new Evidence(contract, recorder.attempts(), inventory, unprovenReasons());
    }

    /** The reasons why documented requests were not sent, by the id of the operation. */
    private Map<String, String> unprovenReasons() {
        var reasons = new HashMap<String, String>();
        outcomesWithoutJudgement.entrySet().stream()
                .filter(entry -> entry.getKey().purpose() instanceof Purpose.Documented)
                .filter(entry -> entry.getValue() instanceof Outcome.NotProven)
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry -> reasons.putIfAbsent(
                        entry.getKey().operation().id(), entry.getValue().reason()));
        return reasons;
    }

    /**
     * Sends a case if it is selected, or if other cases need its object. Records the outcome of a case that is not judged.
     */
    void run(Case testCase) throws Runner.UnreachableException {
        var excluded = selection.excludes(testCase);
        var unjudged = Optional.ofNullable(testCase.operation().unjudged().get(testCase.name()));
        boolean setsUp = selection.setsUp(testCase, contract);
        excluded.ifPresent(reason -> outcomesWithoutJudgement.put(testCase, new Outcome.Excluded(reason)));
        if (excluded.isPresent() && !setsUp) {
            return;
        }
        if (unjudged.isPresent()) {
            outcomesWithoutJudgement.put(testCase, new Outcome.NotApplicable(unjudged.get()));
        } else if (testCase.missing().isPresent()) {
            outcomesWithoutJudgement.putIfAbsent(
                    testCase, new Outcome.NotProven(testCase.missing().get()));
        } else {
            send(testCase);
        }
    }

    /** Records that a case is not sent because the run has ended; {@code why} is the reason. */
    void skip(Case testCase, String why) {
        var ended = new Outcome.NotProven(why);
        outcomesWithoutJudgement.put(
                testCase,
                selection.excludes(testCase).<Outcome>map(Outcome.Excluded::new).orElse(ended));
    }

    private void send(Case testCase) throws Runner.UnreachableException {
        try {
            badInputObjects.prepare(testCase);
            var request = recorder.requestBuilder().build(testCase);
            var outcome = foreignObjects.outcomeIfNotSent(testCase, request);
            if (outcome.isPresent()) {
                outcomesWithoutJudgement.putIfAbsent(testCase, outcome.get());
                return;
            }
            var reply = sendOnce(testCase, request);
            while (isMissingFixture(testCase, reply)) {
                var next = recorder.requestBuilder().build(testCase);
                if (next.path().equals(request.path())) {
                    break;
                }
                request = next;
                reply = sendOnce(testCase, request);
            }
            reply = eventualLists.retryUntilNotEmpty(new Channel.Sending(testCase, request), reply);
            String problem = reply.problem();
            reply.attempt()
                    .ifPresentOrElse(
                            attempt -> attemptByCase.put(testCase, attempt),
                            () -> outcomesWithoutJudgement.putIfAbsent(testCase, new Outcome.NotProven(problem)));
        } catch (RequestBuilder.MissingException e) {
            var reason = whyNotCreated(testCase.called()).orElse(e.getMessage());
            outcomesWithoutJudgement.putIfAbsent(testCase, new Outcome.NotProven(reason));
        }
    }

    /** The reason why there is no object for an operation, if a request that should create one got no response. */
    private Optional<String> whyNotCreated(Operation operation) {
        return recorder.attempts().stream()
                .filter(attempt -> attempt.sent().purpose() instanceof Purpose.Documented)
                .filter(attempt -> attempt.sent().called().success().links().stream()
                        .anyMatch(link -> link.operationId().equals(operation.id())))
                .flatMap(attempt ->
                        attempt instanceof Unanswered unanswered ? Stream.of(unanswered.reason()) : Stream.empty())
                .findFirst();
    }

    private Channel.Reply sendOnce(Case testCase, Request request) throws Runner.UnreachableException {
        var reply =
                recorder.send(List.of(new Channel.Sending(testCase, request))).get(0);
        if (recorder.isUnreachable()) {
            throw new Runner.UnreachableException(
                    reply.unanswered().map(Unanswered::problem).orElseThrow());
        }
        return reply;
    }

    /** Whether the fixture of a DELETE does not exist, for example because an earlier run deleted it; the next one may exist. */
    private static boolean isMissingFixture(Case testCase, Channel.Reply reply) {
        return testCase.purpose() instanceof Purpose.Documented
                && testCase.operation().method().equals("DELETE")
                && reply.exchange().filter(e -> e.response().status() == 404).isPresent();
    }

    /** Runs a behaviour, or records why it does not run. */
    void run(Behaviour behaviour) {
        record(behaviour, () -> behaviour.play(recorder));
    }

    /** Records that a behaviour does not run because the run has ended; {@code why} is the reason. */
    void skip(Behaviour behaviour, String why) {
        record(behaviour, () -> behaviour.unplayed(new Outcome.NotProven(why)));
    }

    private void record(Behaviour behaviour, Supplier<List<Result>> ifIncluded) {
        var results = selection
                .excludes(behaviour)
                .map(reason -> behaviour.unplayed(new Outcome.Excluded(reason)))
                .orElseGet(ifIncluded);
        behaviourResults.put(behaviour, results.stream().map(selection::counted).toList());
    }

    /** The results of a behaviour. */
    List<Result> results(Behaviour behaviour) {
        return behaviourResults.getOrDefault(behaviour, List.of());
    }

    /** The result of a check on a case. */
    Result judge(Case testCase, Check check, Evidence evidence) {
        var attempt = Optional.ofNullable(attemptByCase.get(testCase));
        var outcome = Optional.ofNullable(outcomesWithoutJudgement.get(testCase))
                .orElseGet(() -> evidence.judge(check, attempt.orElseThrow()));
        return new Result(testCase, check.id(), check.level(), check.clause(testCase), outcome, attempt);
    }

    /** The result of a check on the exchange of a behaviour. */
    Result judge(Exchange exchange, Check check, Evidence evidence) {
        var testCase = exchange.sent();
        var outcome = evidence.judge(check, exchange);
        return selection.counted(new Result(
                testCase, check.id(), check.level(), check.clause(testCase), outcome, Optional.of(exchange)));
    }

    /** Removes the created objects, and returns those that may be left. */
    List<String> cleanUp() {
        return cleanup.cleanUp();
    }
}
