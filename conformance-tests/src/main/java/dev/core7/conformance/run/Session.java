package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A run or a lane of it while it lasts: which cases were sent, which not and why, what was created. */
final class Session {
    private static final Outcome INTERRUPTED = new Outcome.NotProven("the run was interrupted: run it again");

    private final Contract contract;
    private final Selection selection;
    private final Inventory inventory;
    private final RequestWriter writer;
    private final TidyUps tidyUps;
    private final Correspondence correspondence;
    private final ForeignWrites foreignWrites;
    private final LateLists lateLists;
    private final SpareObjects spareObjects;
    private final Ledger ledger;
    private final Map<Case, Exchange> byCase = new HashMap<>();
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
            Silence silence,
            Waiting waiting) {
        this.contract = contract;
        this.selection = selection;
        this.ledger = ledger;
        this.inventory = new Inventory(contract, target);
        var permission = new Permission(contract, target, inventory, this::isHidden);
        this.writer = new RequestWriter(target, inventory, permission, runId);
        this.tidyUps = new TidyUps(contract, target, writer);
        var fence = new Fence(transport, permission::mayWrite);
        this.correspondence = new Correspondence(target, fence, inventory, writer, tidyUps, ledger, silence);
        this.foreignWrites = new ForeignWrites(contract, target, correspondence);
        this.spareObjects = new SpareObjects(contract, target, inventory, writer, correspondence);
        this.lateLists = new LateLists(correspondence, waiting);
    }

    private boolean isHidden(String path) {
        return foreignWrites.isHidden(path);
    }

    /** Takes over all that a lane has brought. */
    void goOnFrom(Session lane) {
        byCase.putAll(lane.byCase);
        unsent.putAll(lane.unsent);
        shown.putAll(lane.shown);
        correspondence.goOnFrom(lane.correspondence);
    }

    List<Exchange> exchanges() {
        return correspondence.exchanges();
    }

    Evidence evidence() {
        return new Evidence(correspondence.exchanges(), inventory);
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

    /** Notes that a case is not sent because the run ends before it. */
    void leave(Case each) {
        unsent.put(
                each,
                selection.excludes(each).<Outcome>map(Outcome.Excluded::new).orElse(INTERRUPTED));
    }

    private void send(Case each) throws Runner.UnreachableException {
        try {
            spareObjects.prepare(each);
            var request = writer.write(each);
            var objection = foreignWrites.objection(each, request);
            if (objection.isPresent()) {
                unsent.putIfAbsent(each, objection.get());
                return;
            }
            var reply = ask(each, request);
            while (isSpent(each, reply)) {
                var next = writer.write(each);
                if (next.path().equals(request.path())) {
                    break;
                }
                request = next;
                reply = ask(each, request);
            }
            reply = lateLists.settled(new Channel.Sending(each, request), reply);
            String problem = reply.problem();
            reply.exchange()
                    .ifPresentOrElse(
                            exchange -> byCase.put(each, exchange),
                            () -> unsent.putIfAbsent(each, new Outcome.NotProven(problem)));
        } catch (RequestWriter.MissingException e) {
            unsent.putIfAbsent(each, new Outcome.NotProven(e.getMessage()));
        }
    }

    private Channel.Reply ask(Case each, Request request) throws Runner.UnreachableException {
        var reply =
                correspondence.send(List.of(new Channel.Sending(each, request))).get(0);
        if (correspondence.nobodyIsThere()) {
            throw new Runner.UnreachableException(reply.problem());
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

    /** Notes that a behaviour is not played because the run ends before it. */
    void leave(Behaviour behaviour) {
        note(behaviour, () -> behaviour.unplayed(INTERRUPTED));
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
        var exchange = Optional.ofNullable(byCase.get(each));
        var outcome =
                Optional.ofNullable(unsent.get(each)).orElseGet(() -> evidence.heardBy(check, exchange.orElseThrow()));
        return new Result(each, check.id(), check.level(), check.clause(each), outcome, exchange);
    }

    /** What one check says of an exchange that belongs to no case. */
    Result judge(Exchange exchange, Check check, Evidence evidence) {
        var each = exchange.sent();
        var outcome = evidence.heardBy(check, exchange);
        return selection.counted(
                new Result(each, check.id(), check.level(), check.clause(each), outcome, Optional.of(exchange)));
    }

    /** Follows the links that tidy up, for all that was created. Answers what could not be tidied up. */
    List<String> tidyUp() {
        var leftBehind = new ArrayList<String>();
        for (Inventory.Created object : inventory.created()) {
            var requests = tidyUps.of(object);
            requests.forEach(tidyUp -> send(tidyUp).ifPresent(leftBehind::add));
            if (requests.isEmpty()) {
                leftBehind.add(object.request().path() + ": the contract has no link that tidies up "
                        + object.request().mark());
            }
        }
        return leftBehind;
    }

    private Optional<String> send(Channel.Sending tidyUp) {
        var path = tidyUp.request().path();
        var reply = correspondence.tidyUp(tidyUp);
        if (reply.exchange().isEmpty()) {
            return Optional.of(reply.problem());
        }
        var exchange = reply.exchange().get();
        if (!exchange.accepted()) {
            return Optional.of(
                    path + ": tidying up was answered " + exchange.response().status());
        }
        ledger.tidiedUp(tidyUp.request());
        return Optional.empty();
    }
}
