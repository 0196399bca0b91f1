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
import dev.core7.conformance.objects.LeastKeyRequests;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.objects.OwnObjectGuard;
import dev.core7.conformance.objects.UnconfirmedCreates;
import dev.core7.conformance.objects.WriteGuard;
import dev.core7.conformance.objects.WritePermission;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.ExhaustedWaits;
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
 * Sends the requests of a run and records them with their responses. Every request passes the fence, and every create is in the
 * ledger before it is sent.
 */
final class ExchangeRecorder implements Channel {
    /** May be sent a second time without doing more than the first did (RFC 9110 §9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private static final String STOPPED = "not sent: the server stopped answering";

    private final Target target;
    private final RequestSender sender;
    private final Inventory inventory;
    private final RequestWriter writer;
    private final OwnObjectGuard ownObjects;
    private final CreateRecorder creates;
    private final LeastKeyRequests requests;
    private final TargetAvailability silence;
    private final AvailabilityProbe probe;
    private final UnresponsiveOperations silentOperations = new UnresponsiveOperations();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final ExhaustedWaits waits = new ExhaustedWaits();
    private int unanswered;
    private boolean nobody;
    private boolean unread;

    ExchangeRecorder(
            Contract contract,
            Target target,
            Transport transport,
            Inventory inventory,
            String runId,
            Ledger ledger,
            TargetAvailability silence) {
        var permission = new WritePermission(
                contract, target, inventory, path -> ForeignObjectGuard.isHidden(path, exchanges()));
        this.target = target;
        this.sender = new RequestSender(new WriteGuard(transport, permission::mayWrite), silence);
        this.inventory = inventory;
        this.writer = new RequestWriter(target, inventory, permission, runId);
        this.ownObjects = new OwnObjectGuard(contract, target, inventory, permission, this::read);
        this.creates = new CreateRecorder(contract, target, inventory, ledger);
        this.requests = new LeastKeyRequests(contract, target);
        this.silence = silence;
        this.probe = new AvailabilityProbe(contract, target, writer);
    }

    RequestWriter writer() {
        return writer;
    }

    OwnObjectGuard ownObjects() {
        return ownObjects;
    }

    UnconfirmedCreates openCreates() {
        return creates.openCreates();
    }

    /** Takes over what another part of the run has seen. */
    void goOnFrom(ExchangeRecorder earlier) {
        attempts.addAll(earlier.attempts);
        earlier.exchanges().forEach(inventory::remember);
        openCreates().addAll(earlier.openCreates());
        broken.addAll(earlier.broken);
        waits.goOnFrom(earlier.waits);
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public String mark(String behaviour) {
        return writer.mark(behaviour);
    }

    @Override
    public List<String> fixtures(String name) {
        return inventory.fixtures(name);
    }

    @Override
    public List<Exchange> exchanges() {
        return of(Exchange.class).toList();
    }

    /** Every request so far, in the order they were sent. */
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

    /** Whether nobody was there for the very first request. */
    boolean nobodyIsThere() {
        return nobody;
    }

    @Override
    public List<Reply> send(List<Sending> all) {
        if (unanswered >= TargetAvailability.OF_A_LANE || silence.isFinal()) {
            return all.stream().map(request -> Reply.notSent(STOPPED)).toList();
        }
        var silent = all.stream()
                .flatMap(request -> silentOperations.refuses(request.sent()).stream())
                .findFirst();
        if (silent.isPresent()) {
            return all.stream().map(request -> Reply.notSent(silent.get())).toList();
        }
        var replies = new Reply[all.size()];
        var allowed = new ArrayList<Integer>();
        for (int i = 0; i < replies.length; i++) {
            var objection = objection(all.get(i));
            if (objection.isPresent()) {
                replies[i] = Reply.notSent(objection.get());
            } else {
                allowed.add(i);
            }
        }
        var sent = allowed.stream().map(all::get).toList();
        var outcomes = sent.size() > 1
                ? sender.sendAtOnce(sent)
                : sent.stream().map(sender::send).toList();
        for (int i = 0; i < outcomes.size(); i++) {
            replies[allowed.get(i)] = settle(sent.get(i), outcomes.get(i));
        }
        return List.of(replies);
    }

    /** Why a request must not be sent. */
    private Optional<String> objection(Sending sending) {
        return creates.creates(sending) ? creates.before(sending) : ownObjects.objection(sending.request());
    }

    /** Reads an object or a list for the run itself; once the server is silent, a single try shows whether it still is. */
    Response read(Request request) throws Transport.NoAnswerException {
        if (silence.isFinal() && unread) {
            throw new Transport.NoAnswerException(STOPPED, false);
        }
        var operation = requests.called(request.method(), request.path()).orElseThrow();
        var sent = Case.of(operation, Purpose.OwnObject.NAME, new Purpose.OwnObject(), request.key());
        var refused = silentOperations.refuses(sent);
        if (refused.isPresent()) {
            throw new Transport.NoAnswerException(refused.get(), false);
        }
        var sending = new Sending(sent, request);
        var reply = settle(sending, sender.send(sending));
        unread = reply.exchange().isEmpty();
        return reply.exchange()
                .map(Exchange::response)
                .orElseThrow(() -> new Transport.NoAnswerException(reply.problem(), false));
    }

    /** Sends a request that only tidies up: it creates nothing, and what it shows is no evidence of an object. */
    Reply tidyUp(CleanupRequest tidyUp) {
        var operation = requests.called(tidyUp.method(), tidyUp.path()).orElseThrow();
        var sent = Case.withLeastKey(target, operation, Purpose.TidyUp.NAME, new Purpose.TidyUp());
        var refused = silentOperations.refuses(sent);
        if (refused.isPresent()) {
            return Reply.notSent(tidyUp.path() + ": " + refused.get());
        }
        var reply = sender.send(new Sending(sent, requests.of(tidyUp)));
        reply.attempt().ifPresent(attempts::add);
        silentOperations.after(operation, reply.unanswered().isEmpty());
        return reply;
    }

    /** Why there is no object for an operation, if a request that was to create one got no response. */
    Optional<String> createdNothing(Operation operation) {
        return of(Unanswered.class)
                .filter(request -> request.sent().purpose() instanceof Purpose.Documented)
                .filter(request -> request.sent().called().success().links().stream()
                        .anyMatch(link -> link.operationId().equals(operation.id())))
                .map(Unanswered::reason)
                .findFirst();
    }

    private Reply settle(Sending sending, Reply first) {
        nobody = first.unanswered().filter(Unanswered::unreachable).isPresent() && silence.isUnbroken();
        record(sending, first);
        var reply = first.unanswered()
                .filter(request -> !silence.isFinal())
                .map(request -> confirmed(sending, request))
                .orElse(first);
        if (reply.unanswered().map(Unanswered::isolated).orElse(true)) {
            silentOperations.after(sending.sent().called(), reply.unanswered().isEmpty());
        }
        return reply;
    }

    /**
     * Finds out whether a missing response is the operation's fault: the server answers others before and after it, and a second
     * request, if it can do no harm, gets no response either.
     */
    private Reply confirmed(Sending sending, Unanswered first) {
        var suspect = sending.sent().called();
        boolean before = !first.unreachable() && (answeredOther(suspect) || isAnsweredNow(suspect));
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
        var confirmed = last.confirmed(tries, isAnsweredNow(suspect));
        attempts.set(attempts.lastIndexOf(last), confirmed);
        return Reply.of(confirmed);
    }

    private boolean answeredOther(Operation suspect) {
        return of(Exchange.class).anyMatch(e -> !e.sent().called().id().equals(suspect.id()));
    }

    private boolean isAnsweredNow(Operation suspect) {
        return probe.answers(suspect, request -> {
            var reply = sender.send(request);
            record(request, reply);
            return reply.exchange().isPresent();
        });
    }

    private void record(Sending sending, Reply reply) {
        unanswered = reply.unanswered().isPresent() ? unanswered + 1 : 0;
        silence.after(reply.unanswered().isPresent());
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
