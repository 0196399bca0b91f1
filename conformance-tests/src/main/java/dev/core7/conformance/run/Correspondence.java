package dev.core7.conformance.run;

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
    private final Target target;
    private final Fence fence;
    private final Inventory inventory;
    private final RequestWriter writer;
    private final TidyUps tidyUps;
    private final Ledger ledger;
    private final Silence silence;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();
    private final Waits waits = new Waits();
    private int unanswered;
    private boolean nobody;

    Correspondence(
            Target target,
            Fence fence,
            Inventory inventory,
            RequestWriter writer,
            TidyUps tidyUps,
            Ledger ledger,
            Silence silence) {
        this.target = target;
        this.fence = fence;
        this.inventory = inventory;
        this.writer = writer;
        this.tidyUps = tidyUps;
        this.ledger = ledger;
        this.silence = silence;
    }

    /** Takes over what another part of the run has seen. */
    void goOnFrom(Correspondence earlier) {
        exchanges.addAll(earlier.exchanges);
        earlier.exchanges.forEach(inventory::remember);
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

    @Override
    public Waits waits() {
        return waits;
    }

    /** Whether nobody was there for the very first request. */
    boolean nobodyIsThere() {
        return nobody;
    }

    @Override
    public List<Reply> send(List<Sending> requests) {
        if (unanswered >= Silence.OF_A_LANE || silence.isFinal()) {
            var gone = new Reply(Optional.empty(), "not sent: the server stopped answering");
            return requests.stream().map(request -> gone).toList();
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
        var outcome = outcome(request);
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
        answered.exchange().ifPresent(exchange -> {
            int before = inventory.created().size();
            exchanges.add(exchange);
            inventory.remember(exchange);
            var created =
                    inventory.created().subList(before, inventory.created().size());
            created.forEach(object -> tidyUps.of(object).forEach(tidyUp -> ledger.created(object, tidyUp.request())));
            if (created.isEmpty() && creates(sending)) {
                ledger.refused(sending.request());
            }
        });
        return new Reply(answered.exchange(), answered.problem());
    }

    private boolean creates(Sending sending) {
        return inventory.creates(sending.sent().called(), sending.request());
    }
}
