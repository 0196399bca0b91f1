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
    private final ExchangeRecorder correspondence;
    private final RunCleanup tidyingUp;
    private final ForeignObjectGuard foreignWrites;
    private final EventualLists lateLists;
    private final BadInputObjects spareObjects;
    private final Map<Case, Attempt> byCase = new HashMap<>();
    private final Map<Case, Outcome> unsent = new HashMap<>();
    private final Map<Behaviour, List<Result>> shown = new HashMap<>();

    /** @param runId what the marks of all objects of the run have in them; no other run has it */
    Session(
            Contract contract,
            Target target,
            Transport transport,
            Selection selection,
            String runId,
            Ledger ledger,
            TargetAvailability silence,
            RetryDelay waiting) {
        this.contract = contract;
        this.selection = selection;
        this.inventory = new Inventory(contract, target);
        this.correspondence = new ExchangeRecorder(contract, target, transport, inventory, runId, ledger, silence);
        this.tidyingUp = new RunCleanup(contract, target, inventory, correspondence, ledger, RunMarks.prefix(runId));
        this.foreignWrites = new ForeignObjectGuard(contract, target, correspondence);
        this.spareObjects = new BadInputObjects(contract, target, inventory, correspondence);
        this.lateLists = new EventualLists(correspondence, waiting);
    }

    /** Takes over all that a lane has brought. */
    void goOnFrom(Session lane) {
        byCase.putAll(lane.byCase);
        unsent.putAll(lane.unsent);
        shown.putAll(lane.shown);
        correspondence.goOnFrom(lane.correspondence);
    }

    List<Attempt> attempts() {
        return correspondence.attempts();
    }

    Evidence evidence() {
        return new Evidence(correspondence.attempts(), inventory, unproven());
    }

    /** Why the documented requests of operations were not sent, by the operation's id. */
    private Map<String, String> unproven() {
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
    void play(Case each) throws Runner.UnreachableException {
        var excluded = selection.excludes(each);
        var unjudged = Optional.ofNullable(each.operation().unjudged().get(each.name()));
        boolean setsUp = selection.setsUp(each, contract);
        excluded.ifPresent(reason -> unsent.put(each, new Outcome.Excluded(reason)));
        if (excluded.isPresent() && !setsUp) {
            return;
        }
        if (unjudged.isPresent()) {
            unsent.put(each, new Outcome.NotApplicable(unjudged.get()));
        } else if (each.missing().isPresent()) {
            unsent.putIfAbsent(each, new Outcome.NotProven(each.missing().get()));
        } else {
            send(each);
        }
    }

    /** Notes that a case is not sent because the run ends before it; {@code why} says what ended it. */
    void leave(Case each, String why) {
        var ended = new Outcome.NotProven(why);
        unsent.put(
                each,
                selection.excludes(each).<Outcome>map(Outcome.Excluded::new).orElse(ended));
    }

    private void send(Case each) throws Runner.UnreachableException {
        try {
            spareObjects.prepare(each);
            var request = correspondence.writer().write(each);
            var objection = foreignWrites.objection(each, request);
            if (objection.isPresent()) {
                unsent.putIfAbsent(each, objection.get());
                return;
            }
            var reply = ask(each, request);
            while (isSpent(each, reply)) {
                var next = correspondence.writer().write(each);
                if (next.path().equals(request.path())) {
                    break;
                }
                request = next;
                reply = ask(each, request);
            }
            reply = lateLists.settled(new Channel.Sending(each, request), reply);
            String problem = reply.problem();
            reply.attempt()
                    .ifPresentOrElse(
                            attempt -> byCase.put(each, attempt),
                            () -> unsent.putIfAbsent(each, new Outcome.NotProven(problem)));
        } catch (RequestWriter.MissingException e) {
            var reason = correspondence.createdNothing(each.called()).orElse(e.getMessage());
            unsent.putIfAbsent(each, new Outcome.NotProven(reason));
        }
    }

    private Channel.Reply ask(Case each, Request request) throws Runner.UnreachableException {
        var reply =
                correspondence.send(List.of(new Channel.Sending(each, request))).get(0);
        if (correspondence.nobodyIsThere()) {
            throw new Runner.UnreachableException(
                    reply.unanswered().map(Unanswered::problem).orElseThrow());
        }
        return reply;
    }

    /** Whether a fixture that may be deleted is not there any more, as after an earlier run; the next one may be. */
    private static boolean isSpent(Case each, Channel.Reply reply) {
        return each.purpose() instanceof Purpose.Documented
                && each.operation().method().equals("DELETE")
                && reply.exchange().filter(e -> e.response().status() == 404).isPresent();
    }

    /** Plays a behaviour, or notes why it is not played. */
    void play(Behaviour behaviour) {
        note(behaviour, () -> behaviour.play(correspondence));
    }

    /** Notes that a behaviour is not played because the run ends before it; {@code why} says what ended it. */
    void leave(Behaviour behaviour, String why) {
        note(behaviour, () -> behaviour.unplayed(new Outcome.NotProven(why)));
    }

    private void note(Behaviour behaviour, Supplier<List<Result>> wanted) {
        var results = selection
                .excludes(behaviour)
                .map(reason -> behaviour.unplayed(new Outcome.Excluded(reason)))
                .orElseGet(wanted);
        shown.put(behaviour, results.stream().map(selection::counted).toList());
    }

    /** What a behaviour has shown. */
    List<Result> shown(Behaviour behaviour) {
        return shown.getOrDefault(behaviour, List.of());
    }

    /** What one check says of one case. */
    Result judge(Case each, Check check, Evidence evidence) {
        var attempt = Optional.ofNullable(byCase.get(each));
        var outcome =
                Optional.ofNullable(unsent.get(each)).orElseGet(() -> evidence.heardBy(check, attempt.orElseThrow()));
        return new Result(each, check.id(), check.level(), check.clause(each), outcome, attempt);
    }

    /** What one check says of an exchange that belongs to no case. */
    Result judge(Exchange exchange, Check check, Evidence evidence) {
        var each = exchange.sent();
        var outcome = evidence.heardBy(check, exchange);
        return selection.counted(
                new Result(each, check.id(), check.level(), check.clause(each), outcome, Optional.of(exchange)));
    }

    /** Tidies up what was created, and returns what may be left. */
    List<String> tidyUp() {
        return tidyingUp.leftBehind();
    }
}
