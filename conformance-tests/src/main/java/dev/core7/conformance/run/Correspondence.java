package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Every request of a run and its answer: behind the fence, with what is created in the ledger before it is sent. */
final class Correspondence implements Channel {
    private static final String STOPPED = "not sent: the server stopped answering";

    private final Target target;
    private final Fence fence;
    private final Inventory inventory;
    private final RequestWriter writer;
    private final OwnObjects ownObjects;
    private final CleanupLinks links;
    private final LeastKeyRequests requests;
    private final Ledger ledger;
    private final Silence silence;
    private final OpenCreates openCreates = new OpenCreates();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private int unanswered;
    private boolean nobody;
    private boolean unread;

    Correspondence(
            Contract contract,
            Target target,
            Transport transport,
            Inventory inventory,
            String runId,
            Ledger ledger,
            Silence silence) {
        var permission = new Permission(contract, target, inventory);
        this.target = target;
        this.fence = new Fence(transport, permission::mayWrite);
        this.inventory = inventory;
        this.writer = new RequestWriter(target, inventory, permission, runId);
        this.ownObjects = new OwnObjects(contract, target, inventory, permission, this::read);
        this.links = new CleanupLinks(contract, target);
        this.requests = new LeastKeyRequests(contract, target);
        this.ledger = ledger;
        this.silence = silence;
    }

    RequestWriter writer() {
        return writer;
    }

    OwnObjects ownObjects() {
        return ownObjects;
    }

    OpenCreates openCreates() {
        return openCreates;
    }

    /** Takes over what another part of the run has seen. */
    void goOnFrom(Correspondence earlier) {
        exchanges.addAll(earlier.exchanges);
        earlier.exchanges.forEach(inventory::remember);
        openCreates.addAll(earlier.openCreates);
        broken.addAll(earlier.broken);
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
        return List.copyOf(exchanges);
    }

    @Override
    public void broke(String behaviour) {
        broken.add(behaviour);
    }

    @Override
    public boolean isBroken(String behaviour) {
        return broken.contains(behaviour);
    }

    /** Whether nobody was there for the very first request. */
    boolean nobodyIsThere() {
        return nobody;
    }

    @Override
    public List<Reply> send(List<Sending> requests) {
        if (unanswered >= Silence.OF_A_LANE || silence.isFinal()) {
            var gone = new Reply(Optional.empty(), STOPPED);
            return requests.stream().map(request -> gone).toList();
        }
        var replies = new Reply[requests.size()];
        var allowed = new ArrayList<Integer>();
        for (int i = 0; i < replies.length; i++) {
            var objection = objection(requests.get(i));
            if (objection.isPresent()) {
                replies[i] = new Reply(Optional.empty(), objection.get());
            } else {
                allowed.add(i);
            }
        }
        var sent = allowed.stream().map(requests::get).toList();
        var outcomes = sent.size() > 1
                ? atOnce(sent)
                : sent.stream().map(this::outcome).toList();
        for (int i = 0; i < outcomes.size(); i++) {
            replies[allowed.get(i)] = settle(sent.get(i), outcomes.get(i));
        }
        return List.of(replies);
    }

    /** Why a request must not be sent; a create is recorded in the ledger before it is. */
    private Optional<String> objection(Sending sending) {
        if (!creates(sending)) {
            return ownObjects.objection(sending.request());
        }
        try {
            ledger.creating(sending.request());
            openCreates.used(sending.sent().called());
            return Optional.empty();
        } catch (Ledger.UnwritableException e) {
            return Optional.of("not sent: nothing is created without a record of it, and " + e.getMessage());
        }
    }

    /** Reads an object or a list for the run itself; once the server is silent, a single try shows whether it still is. */
    Response read(Request request) throws Transport.NoAnswerException {
        if (silence.isFinal() && unread) {
            throw new Transport.NoAnswerException(STOPPED, false);
        }
        var operation = requests.called(request.method(), request.path()).orElseThrow();
        var sent = Case.of(operation, Purpose.OwnObject.NAME, new Purpose.OwnObject(), request.key());
        var sending = new Sending(sent, request);
        var reply = settle(sending, outcome(sending));
        unread = reply.exchange().isEmpty();
        return reply.exchange()
                .map(Exchange::response)
                .orElseThrow(() -> new Transport.NoAnswerException(reply.problem(), false));
    }

    /** Sends a request that only tidies up: it creates nothing, and what it shows is no evidence of an object. */
    Reply tidyUp(TidyUp tidyUp) {
        var operation = requests.called(tidyUp.method(), tidyUp.path()).orElseThrow();
        var sent = Case.withLeastKey(target, operation, Purpose.TidyUp.NAME, new Purpose.TidyUp());
        var outcome = outcome(new Sending(sent, requests.of(tidyUp)));
        outcome.exchange().ifPresent(exchanges::add);
        return new Reply(outcome.exchange(), outcome.problem());
    }

    /**
     * @param silent whether the server gave no answer, as opposed to a request that was never sent
     * @param nobody whether nobody was there for the very first request
     */
    private record Answered(Optional<Exchange> exchange, String problem, boolean silent, boolean nobody) {}

    private Answered outcome(Sending sending) {
        var request = sending.request();
        try {
            var exchange = new Exchange(sending.sent(), request, fence.send(request));
            return new Answered(Optional.of(exchange), "", false, false);
        } catch (Transport.NoAnswerException e) {
            boolean none = e.unreachable() && silence.isUnbroken();
            String asked = none ? "" : request.method() + " " + request.path() + ": ";
            return new Answered(Optional.empty(), asked + e.getMessage(), true, none);
        } catch (Transport.NotSentException e) {
            return new Answered(Optional.empty(), String.valueOf(e.getMessage()), false, false);
        } catch (IllegalStateException e) {
            return new Answered(Optional.empty(), "a fault of the kit, please report it: " + e, false, false);
        }
    }

    private List<Answered> atOnce(List<Sending> requests) {
        var threads = Executors.newFixedThreadPool(requests.size());
        try {
            var outcomes = new ArrayList<Answered>();
            for (Future<Answered> each : threads.invokeAll(requests.stream()
                    .map(request -> (Callable<Answered>) () -> outcome(request))
                    .toList())) {
                outcomes.add(each.get());
            }
            return outcomes;
        } catch (InterruptedException e) {
            silence.end();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private Reply settle(Sending sending, Answered answered) {
        unanswered = answered.silent() ? unanswered + 1 : 0;
        silence.after(answered.silent());
        nobody = answered.nobody();
        int before = inventory.created().size();
        answered.exchange().ifPresent(exchange -> {
            exchanges.add(exchange);
            inventory.remember(exchange);
        });
        if (creates(sending)) {
            settleCreate(
                    sending,
                    answered.exchange(),
                    inventory.created().subList(before, inventory.created().size()));
        }
        return new Reply(answered.exchange(), answered.problem());
    }

    /** Notes what a create has come to; unless it was refused or has named its object, that is not known. */
    private void settleCreate(Sending sending, Optional<Exchange> exchange, List<Inventory.Created> created) {
        var request = sending.request();
        var tidyUps = created.stream()
                .flatMap(object -> links.of(object.by(), object.answer()).stream())
                .toList();
        tidyUps.forEach(tidyUp -> ledger.created(request.mark(), requests.of(tidyUp)));
        int status = exchange.map(answered -> answered.response().status()).orElse(0);
        if (status / 100 == 4) {
            ledger.refused(request);
        } else if (tidyUps.isEmpty()) {
            boolean accepted = status / 100 == 2;
            String answer = status == 0 ? "not answered" : "answered " + status + (accepted ? " without an id" : "");
            openCreates.add(new OpenCreates.Open(sending.sent().called(), request.mark(), answer, accepted));
        }
    }

    private boolean creates(Sending sending) {
        return inventory.creates(sending.sent().called(), sending.request());
    }
}
