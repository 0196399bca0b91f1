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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A run or a lane of it while it lasts: which cases were sent, which not and why, what was created. */
final class Session {
    private final Contract contract;
    private final Selection selection;
    private final Inventory inventory;
    private final ExchangeRecorder recorder;
    private final RunCleanup cleanup;
    private final ForeignObjectGuard foreignObjects;
    private final EventualLists eventualLists;
    private final BadInputObjects badInputObjects;
    private final Map<Case, Attempt> attemptByCase = new HashMap<>();
    private final Map<Case, Outcome> unsent = new HashMap<>();
    private final Map<Behaviour, List<Result>> behaviourResults = new HashMap<>();

    /** @param runId what the marks of all objects of the run have in them; no other run has it */
    Session(
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

    /** Takes over all that a lane has brought. */
    void merge(Session lane) {
        attemptByCase.putAll(lane.attemptByCase);
        unsent.putAll(lane.unsent);
        behaviourResults.putAll(lane.behaviourResults);
        recorder.merge(lane.recorder);
    }

    List<Attempt> attempts() {
        return recorder.attempts();
    }

    Evidence evidence() {
        return new Evidence(recorder.attempts(), inventory, unprovenReasons());
    }

    /** Why the documented requests of operations were not sent, by the operation's id. */
    private Map<String, String> unprovenReasons() {
        var reasons = new HashMap<String, String>();
        unsent.entrySet().stream()
                .filter(entry -> entry.getKey().purpose() instanceof Purpose.Documented)
                .filter(entry -> entry.getValue() instanceof Outcome.NotProven)
                .sorted(Comparator.comparing(entry -> entry.getKey().name()))
                .forEach(entry -> reasons.putIfAbsent(
                        entry.getKey().operation().id(), entry.getValue().reason()));
        return reasons;
    }

    /** Sends a case, or notes why it is not sent. */
    void run(Case testCase) throws Runner.UnreachableException {
        var excluded = selection.excludes(testCase);
        var unjudged = Optional.ofNullable(testCase.operation().unjudged().get(testCase.name()));
        boolean setsUp = selection.setsUp(testCase, contract);
        excluded.ifPresent(reason -> unsent.put(testCase, new Outcome.Excluded(reason)));
        if (excluded.isPresent() && !setsUp) {
            return;
        }
        if (unjudged.isPresent()) {
            unsent.put(testCase, new Outcome.NotApplicable(unjudged.get()));
        } else if (testCase.missing().isPresent()) {
            unsent.putIfAbsent(testCase, new Outcome.NotProven(testCase.missing().get()));
        } else {
            send(testCase);
        }
    }

    /** Notes that a case is not sent because the run ends before it; {@code why} says what ended it. */
    void skip(Case testCase, String why) {
        var ended = new Outcome.NotProven(why);
        unsent.put(
                testCase,
                selection.excludes(testCase).<Outcome>map(Outcome.Excluded::new).orElse(ended));
    }

    private void send(Case testCase) throws Runner.UnreachableException {
        try {
            badInputObjects.prepare(testCase);
            var request = recorder.writer().write(testCase);
            var objection = foreignObjects.objection(testCase, request);
            if (objection.isPresent()) {
                unsent.putIfAbsent(testCase, objection.get());
                return;
            }
            var reply = sendOnce(testCase, request);
            while (isMissingFixture(testCase, reply)) {
                var next = recorder.writer().write(testCase);
                if (next.path().equals(request.path())) {
                    break;
                }
                request = next;
                reply = sendOnce(testCase, request);
            }
            reply = eventualLists.settled(new Channel.Sending(testCase, request), reply);
            String problem = reply.problem();
            reply.attempt()
                    .ifPresentOrElse(
                            attempt -> attemptByCase.put(testCase, attempt),
                            () -> unsent.putIfAbsent(testCase, new Outcome.NotProven(problem)));
        } catch (RequestWriter.MissingException e) {
            var reason = recorder.whyNotCreated(testCase.called()).orElse(e.getMessage());
            unsent.putIfAbsent(testCase, new Outcome.NotProven(reason));
        }
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

    /** Whether a fixture that may be deleted is not there any more, as after an earlier run; the next one may be. */
    private static boolean isMissingFixture(Case testCase, Channel.Reply reply) {
        return testCase.purpose() instanceof Purpose.Documented
                && testCase.operation().method().equals("DELETE")
                && reply.exchange().filter(e -> e.response().status() == 404).isPresent();
    }

    /** Plays a behaviour, or notes why it is not played. */
    void run(Behaviour behaviour) {
        record(behaviour, () -> behaviour.play(recorder));
    }

    /** Notes that a behaviour is not played because the run ends before it; {@code why} says what ended it. */
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

    /** What a behaviour has shown. */
    List<Result> results(Behaviour behaviour) {
        return behaviourResults.getOrDefault(behaviour, List.of());
    }

    /** What one check says of one case. */
    Result judge(Case testCase, Check check, Evidence evidence) {
        var attempt = Optional.ofNullable(attemptByCase.get(testCase));
        var outcome =
                Optional.ofNullable(unsent.get(testCase)).orElseGet(() -> evidence.judge(check, attempt.orElseThrow()));
        return new Result(testCase, check.id(), check.level(), check.clause(testCase), outcome, attempt);
    }

    /** What one check says of an exchange that belongs to no case. */
    Result judge(Exchange exchange, Check check, Evidence evidence) {
        var testCase = exchange.sent();
        var outcome = evidence.judge(check, exchange);
        return selection.counted(
                new Result(testCase, check.id(), check.level(), check.clause(testCase), outcome, Optional.of(exchange)));
    }

    /** Tidies up what was created, and returns what may be left. */
    List<String> cleanUp() {
        return cleanup.leftBehind();
    }
}
