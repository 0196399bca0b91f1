package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.objects.CleanupRequest;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.objects.MinimalScopeRequests;
import dev.core7.conformance.objects.OwnObjectGuard;
import dev.core7.conformance.objects.UnconfirmedCreates;
import dev.core7.conformance.objects.WriteGuard;
import dev.core7.conformance.objects.WritePermission;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.ExhaustedWaits;
import dev.core7.conformance.spi.SpareObjects;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Sends the requests of a run and records them with their responses. Every request passes the write guard, and every create is
 * recorded in the ledger before it is sent.
 */
final class ExchangeRecorder implements Channel {
    /** May be sent a second time without any further effect (RFC 9110 §9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private static final String STOPPED_RESPONDING =
            "not sent, because the server stopped responding:" + " check that it is running and repeat the run";

    private final Target target;
    private final RequestSender sender;
    private final Inventory inventory;
    private final RequestBuilder requestBuilder;
    private final OwnObjectGuard ownObjects;
    private final CreateRecorder creates;
    private final MinimalScopeRequests requests;
    private final TargetAvailability availability;
    private final AvailabilityProbe probe;
    private final UnresponsiveOperations unresponsive = new UnresponsiveOperations();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final ExhaustedWaits waits = new ExhaustedWaits();
    private final SpareObjects spares = new SpareObjects();
    private int consecutiveUnanswered;
    private boolean unreachable;
    private boolean readFailed;

    ExchangeRecorder(
            Contract contract,
            Target target,
            Transport transport,
            Inventory inventory,
            String runId,
            Ledger ledger,
            TargetAvailability availability) {
        var writePermission = new WritePermission(
                contract, target, inventory, path -> ForeignObjectGuard.isHidden(path, exchanges()));
        this.target = target;
        this.sender = new RequestSender(new WriteGuard(transport, writePermission::mayWrite), availability);
        this.inventory = inventory;
        this.requestBuilder = new RequestBuilder(target, inventory, writePermission, runId);
        this.ownObjects = new OwnObjectGuard(contract, target, inventory, writePermission, this::read);
        this.creates = new CreateRecorder(contract, target, inventory, ledger);
        this.requests = new MinimalScopeRequests(contract, target);
        this.availability = availability;
        this.probe = new AvailabilityProbe(contract, target, requestBuilder);
    }

    RequestBuilder requestBuilder() {
        return requestBuilder;
    }

    OwnObjectGuard ownObjects() {
        return ownObjects;
    }

    UnconfirmedCreates unconfirmed() {
        return creates.unconfirmed();
    }

    /** Adds the exchanges and results of a lane. */
    void merge(ExchangeRecorder lane) {
        attempts.addAll(lane.attempts);
        lane.exchanges().forEach(inventory::remember);
        unconfirmed().addAll(lane.unconfirmed());
        broken.addAll(lane.broken);
        waits.addAll(lane.waits);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String mark(String behaviour) {
        return requestBuilder.mark(behaviour);
    }

    @Override
    public List<String> fixtures(String name) {
        return inventory.fixtures(name);
    }

    @Override
    public List<Exchange> exchanges() {
        return of(Exchange.class).toList();
    }

    /** Every request so far, in the order of sending. */
    List<Attempt> attempts() {
        return List.copyOf(attempts);
    }

    private <T extends Attempt> Stream<T> of(Class<T> kind) {
        return attempts.stream().filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public void broke(String behaviour) {
        broken.add(behaviour);
    }

    @Override
    public boolean isBroken(String behaviour) {
        return broken.contains(behaviour);
    }

    @Override
    public ExhaustedWaits waits() {
        return waits;
    }

    @Override
    public SpareObjects spares() {
        return spares;
    }

    /** Whether the first request could not connect to the server. */
    boolean isUnreachable() {
        return unreachable;
    }

    @Override
    public List<Reply> send(List<Sending> all) {
        if (consecutiveUnanswered >= TargetAvailability.LANE_LIMIT || availability.isRunStopped()) {
            return all.stream()
                    .map(request -> Reply.notSent(STOPPED_RESPONDING))
                    .toList();
        }
        var stopped = all.stream()
                .flatMap(request -> unresponsive.whyNotSent(request.sent()).stream())
                .findFirst();
        if (stopped.isPresent()) {
            return all.stream().map(request -> Reply.notSent(stopped.get())).toList();
        }
        var replies = new Reply[all.size()];
        var allowed = new ArrayList<Integer>();
        for (int i = 0; i < replies.length; i++) {
            var reason = whyNotSent(all.get(i));
            if (reason.isPresent()) {
                replies[i] = Reply.notSent(reason.get());
            } else {
                allowed.add(i);
            }
        }
        var sent = allowed.stream().map(all::get).toList();
        var outcomes = sent.size() > 1
                ? sender.sendAtOnce(sent)
                : sent.stream().map(sender::send).toList();
        for (int i = 0; i < outcomes.size(); i++) {
            replies[allowed.get(i)] = recordAndConfirm(sent.get(i), outcomes.get(i));
        }
        return List.of(replies);
    }

    /** Returns why a request must not be sent; empty if it may. */
    private Optional<String> whyNotSent(Sending sending) {
        return creates.creates(sending) ? creates.before(sending) : ownObjects.whyNotSent(sending.request());
    }

    /**
     * Sends a read that the run itself needs. If the server has stopped responding, sends further reads only while they
     * succeed.
     */
    Response read(Request request) throws Transport.NoAnswerException {
        if (availability.isRunStopped() && readFailed) {
            throw new Transport.NoAnswerException(STOPPED_RESPONDING, false);
        }
        var operation = requests.called(request.method(), request.path()).orElseThrow();
        var sent = Case.of(operation, Purpose.OwnershipRead.NAME, new Purpose.OwnershipRead(), request.key());
        var stopped = unresponsive.whyNotSent(sent);
        if (stopped.isPresent()) {
            throw new Transport.NoAnswerException(stopped.get(), false);
        }
        var sending = new Sending(sent, request);
        var reply = recordAndConfirm(sending, sender.send(sending));
        readFailed = reply.exchange().isEmpty();
        return reply.exchange()
                .map(Exchange::response)
                .orElseThrow(() -> new Transport.NoAnswerException(reply.problem(), false));
    }

    /** Sends a cleanup request. It creates nothing, and its response is not evidence of an object. */
    Reply cleanUp(CleanupRequest cleanup) {
        var operation = requests.called(cleanup.method(), cleanup.path()).orElseThrow();
        var sent = Case.withMinimalKey(target, operation, Purpose.TidyUp.NAME, new Purpose.TidyUp());
        var stopped = unresponsive.whyNotSent(sent);
        if (stopped.isPresent()) {
            return Reply.notSent(stopped.get());
        }
        var reply = sender.send(new Sending(sent, requests.of(cleanup)));
        reply.attempt().ifPresent(attempts::add);
        unresponsive.record(operation, reply.unanswered().isEmpty());
        return reply;
    }

    private Reply recordAndConfirm(Sending sending, Reply first) {
        unreachable = first.unanswered().filter(Unanswered::unreachable).isPresent() && availability.hasNoResponse();
        record(sending, first);
        var reply = first.unanswered()
                .filter(request -> !availability.isRunStopped())
                .map(request -> retryToConfirm(sending, request))
                .orElse(first);
        if (reply.unanswered().map(Unanswered::othersResponded).orElse(true)) {
            unresponsive.record(sending.sent().called(), reply.unanswered().isEmpty());
        }
        return reply;
    }

    /**
     * Determines whether a missing response is the operation's fault: the server responds to other operations before and after
     * it, and a second request, if it is idempotent, gets no response either.
     */
    private Reply retryToConfirm(Sending sending, Unanswered first) {
        var suspect = sending.sent().called();
        boolean before = !first.unreachable() && (hasOtherResponded(suspect) || doesOtherRespond(suspect));
        if (!before) {
            return Reply.of(first);
        }
        var last = first;
        int tries = 1;
        if (IDEMPOTENT.contains(sending.request().method())) {
            var second = sender.send(sending);
            record(sending, second);
            if (second.unanswered().isEmpty()) {
                return second;
            }
            last = second.unanswered().get();
            tries++;
        }
        var confirmed = last.withRetries(tries, doesOtherRespond(suspect));
        attempts.set(attempts.lastIndexOf(last), confirmed);
        return Reply.of(confirmed);
    }

    private boolean hasOtherResponded(Operation suspect) {
        return of(Exchange.class).anyMatch(e -> !e.sent().called().id().equals(suspect.id()));
    }

    private boolean doesOtherRespond(Operation suspect) {
        return probe.doesAnyOtherRespond(suspect, request -> {
            var reply = sender.send(request);
            record(request, reply);
            return reply.exchange().isPresent();
        });
    }

    private void record(Sending sending, Reply reply) {
        consecutiveUnanswered = reply.unanswered().isPresent() ? consecutiveUnanswered + 1 : 0;
        availability.record(reply.unanswered().isEmpty());
        int before = inventory.created().size();
        reply.attempt().ifPresent(attempts::add);
        reply.exchange().ifPresent(inventory::remember);
        if (creates.creates(sending)) {
            var created =
                    inventory.created().subList(before, inventory.created().size());
            creates.after(sending, reply.exchange(), created);
        }
    }
}
