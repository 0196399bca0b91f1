package dev.core7.conformance.run;

import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Every request of a run and its answer: behind the fence, with what is created in the ledger before it is sent. */
final class Correspondence implements Channel {
    /** May be sent a second time without doing more than the first did (RFC 9110 §9.2.2). */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

    private final Target target;
    private final Fence fence;
    private final Inventory inventory;
    private final RequestWriter writer;
    private final TidyUps tidyUps;
    private final Ledger ledger;
    private final Silence silence;
    private final AvailabilityProbe probe;
    private final SilentOperations silentOperations = new SilentOperations();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private int unanswered;
    private boolean nobody;

    Correspondence(
            Target target,
            Fence fence,
            Inventory inventory,
            RequestWriter writer,
            TidyUps tidyUps,
            Ledger ledger,
            Silence silence,
            AvailabilityProbe probe) {
        this.target = target;
        this.fence = fence;
        this.inventory = inventory;
        this.writer = writer;
        this.tidyUps = tidyUps;
        this.ledger = ledger;
        this.silence = silence;
        this.probe = probe;
    }

    /** Takes over what another part of the run has seen. */
    void goOnFrom(Correspondence earlier) {
        attempts.addAll(earlier.attempts);
        earlier.exchanges().forEach(inventory::remember);
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

    /** Whether nobody was there for the very first request. */
    boolean nobodyIsThere() {
        return nobody;
    }

    @Override
    public List<Reply> send(List<Sending> requests) {
        if (unanswered >= Silence.OF_A_LANE || silence.isFinal()) {
            var gone = Reply.notSent("not sent: the server stopped answering");
            return requests.stream().map(request -> gone).toList();
        }
        var refused = requests.stream()
                .flatMap(request -> silentOperations.refuses(request.sent()).stream())
                .findFirst();
        if (refused.isPresent()) {
            return requests.stream()
                    .map(request -> Reply.notSent(refused.get()))
                    .toList();
        }
        requests.stream().filter(this::creates).forEach(r -> ledger.creating(r.request()));
        var outcomes = requests.size() == 1 ? List.of(outcome(requests.get(0))) : atOnce(requests);
        var replies = new ArrayList<Reply>();
        for (int i = 0; i < requests.size(); i++) {
            replies.add(settle(requests.get(i), outcomes.get(i)));
        }
        return replies;
    }

    /** A request that only tidies up: it creates nothing, and what it shows is no evidence of an object. */
    Reply tidyUp(Sending request) {
        var refused = silentOperations.refuses(request.sent());
        if (refused.isPresent()) {
            return Reply.notSent(request.request().path() + ": " + refused.get());
        }
        var reply = outcome(request);
        reply.exchange().ifPresent(attempts::add);
        reply.unanswered().ifPresent(attempts::add);
        silentOperations.after(request.sent().called(), reply.unanswered().isEmpty());
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

    private Reply outcome(Sending sending) {
        var request = sending.request();
        try {
            return Reply.of(new Exchange(sending.sent(), request, fence.send(request)));
        } catch (Transport.NoAnswerException e) {
            String problem = String.valueOf(e.getMessage());
            return Reply.of(new Unanswered(sending.sent(), request, problem, e.unreachable(), 1, false));
        } catch (Transport.NotSentException | Transport.GivenUpException e) {
            return Reply.notSent(String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            return Reply.notSent("a fault of the kit, please report it: " + e);
        }
    }

    private List<Reply> atOnce(List<Sending> requests) {
        var threads = Executors.newFixedThreadPool(requests.size());
        try {
            var outcomes = new ArrayList<Reply>();
            for (Future<Reply> each : threads.invokeAll(requests.stream()
                    .map(request -> (Callable<Reply>) () -> outcome(request))
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

    private Reply settle(Sending sending, Reply first) {
        nobody = first.unanswered().filter(Unanswered::unreachable).isPresent() && silence.isUnbroken();
        note(sending, first);
        var reply =
                first.unanswered().map(request -> confirmed(sending, request)).orElse(first);
        if (reply.unanswered().map(Unanswered::isolated).orElse(true)) {
            silentOperations.after(sending.sent().called(), reply.unanswered().isEmpty());
        }
        return reply;
    }

    /**
     * Finds out whether a missing response is the operation's fault: others are answered before and after it, and a second
     * request, if a second one does no harm, is not.
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
            var second = outcome(sending);
            note(sending, second);
            if (second.unanswered().isEmpty()) {
                return second;
            }
            last = second.unanswered().get();
            tries++;
        }
        boolean isolated = isAnsweredNow(suspect);
        var confirmed = last.confirmed(tries, isolated);
        attempts.set(attempts.lastIndexOf(last), confirmed);
        return Reply.of(confirmed);
    }

    private boolean answeredOther(Operation suspect) {
        return of(Exchange.class).anyMatch(e -> !e.sent().called().id().equals(suspect.id()));
    }

    private boolean isAnsweredNow(Operation suspect) {
        return probe.answers(suspect, request -> {
            var reply = outcome(request);
            note(request, reply);
            return reply.exchange().isPresent();
        });
    }

    private void note(Sending sending, Reply reply) {
        unanswered = reply.unanswered().isPresent() ? unanswered + 1 : 0;
        silence.after(reply.unanswered().isPresent());
        reply.unanswered().ifPresent(attempts::add);
        reply.exchange().ifPresent(exchange -> {
            int before = inventory.created().size();
            attempts.add(exchange);
            inventory.remember(exchange);
            var created =
                    inventory.created().subList(before, inventory.created().size());
            created.forEach(object -> tidyUps.of(object).forEach(tidyUp -> ledger.created(object, tidyUp.request())));
            if (created.isEmpty() && creates(sending)) {
                ledger.refused(sending.request());
            }
        });
    }

    private boolean creates(Sending sending) {
        return inventory.creates(sending.sent().called(), sending.request());
    }
}
