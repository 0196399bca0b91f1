package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.objects.CleanupLinks;
import dev.core7.conformance.objects.CleanupRequest;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.objects.ListPages;
import dev.core7.conformance.objects.MinimalScopeRequests;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.objects.UnconfirmedCreates;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes the objects of a run at its end: first those whose ids responses have returned, then all others in the lists with the
 * run's mark, from creates with an unknown outcome and from requests that should have been refused.
 */
final class RunCleanup {
    private final Contract contract;
    private final Inventory inventory;
    private final ExchangeRecorder recorder;
    private final Ledger ledger;
    private final String markPrefix;
    private final CleanupLinks links;
    private final MinimalScopeRequests requests;
    private final Set<String> paths = new HashSet<>();
    private final List<String> remaining = new ArrayList<>();

    /** @param markPrefix the common prefix of the run's marks */
    RunCleanup(
            Contract contract,
            Target target,
            Inventory inventory,
            ExchangeRecorder recorder,
            Ledger ledger,
            String markPrefix) {
        this.contract = contract;
        this.inventory = inventory;
        this.recorder = recorder;
        this.ledger = ledger;
        this.markPrefix = markPrefix;
        this.links = new CleanupLinks(contract, target);
        this.requests = new MinimalScopeRequests(contract, target);
    }

    /** Removes the objects of the run. Returns those that may remain, each as its path and the reason. */
    List<String> cleanUp() {
        inventory.created().forEach(this::remove);
        recorder.unconfirmed().used().forEach(this::removeListed);
        return remaining;
    }

    private void remove(Inventory.Created object) {
        var cleanup = links.of(object.creator(), object.responseBody());
        if (cleanup.isEmpty()) {
            if (object.creator().success().links().stream().noneMatch(link -> link.cleanup())) {
                remaining.add(withText(object.creator(), object.mark()) + "the contract does not say how to remove it");
            }
            return;
        }
        if (!paths.add(cleanup.get().path())) {
            return;
        }
        var result = recorder.ownObjects().read(object);
        switch (result.ownership()) {
            case OURS -> send(cleanup.get());
            case GONE -> ledger.tidiedUp(requests.of(cleanup.get()));
            case ANOTHER ->
                recorder.unconfirmed()
                        .add(new UnconfirmedCreates.UnconfirmedCreate(
                                object.creator(),
                                object.mark(),
                                "returned the id of another object, "
                                        + cleanup.get().path(),
                                true));
            case UNDECIDED ->
                remaining.add(cleanup.get().path()
                        + ": not removed, because it could not be confirmed as created by this run: "
                        + result.reason());
        }
    }

    private void send(CleanupRequest cleanup) {
        var reply = recorder.cleanUp(cleanup);
        boolean failed = reply.exchange()
                .filter(exchange -> exchange.response().status() >= 500)
                .isPresent();
        if (failed && cleanup.repairing().isPresent()) {
            recorder.cleanUp(cleanup.repairing().get());
            reply = recorder.cleanUp(cleanup);
        }
        if (reply.exchange().isEmpty()) {
            remaining.add(cleanup.path() + ": "
                    + reply.unanswered().map(Unanswered::problem).orElse(reply.problem()));
        } else if (reply.exchange().get().accepted()) {
            ledger.tidiedUp(requests.of(cleanup));
        } else {
            remaining.add(cleanup.path() + ": not removed, because the server returned "
                    + reply.exchange().get().response().status());
        }
    }

    /** Searches the list of an operation's objects for those of the run that have not been removed. */
    private void removeListed(Operation creator) {
        var open = recorder.unconfirmed().of(creator);
        try {
            if (contract.operation("GET", creator.path()).isEmpty()) {
                throw new ListPages.UnreadableException("the contract has no list of these objects");
            }
            var marked = new ArrayList<Object>();
            new ListPages(recorder::read)
                    .all(
                            requests.of("GET", links.list(creator), ""),
                            item -> RunMarks.carries(item, markPrefix),
                            item -> {
                                marked.add(item);
                                remove(creator, item);
                            });
            open.stream()
                    .filter(UnconfirmedCreates.UnconfirmedCreate::objectExists)
                    .filter(create -> marked.stream().noneMatch(item -> RunMarks.carries(item, create.mark())))
                    .forEach(create -> remaining.add(withText(creator, create.mark()) + creator.id() + " "
                            + create.result() + ", and the list does not contain the object"));
        } catch (ListPages.UnreadableException e) {
            open.forEach(create -> remaining.add(
                    withText(creator, create.mark()) + "it may exist, because " + creator.id() + " " + create.result()
                            + " and " + e.getMessage() + "; run kit cleanup with the ledger of this run"));
        }
    }

    private void remove(Operation creator, Object item) {
        var cleanup = links.of(creator, item);
        if (cleanup.isEmpty()) {
            remaining.add(withText(creator, RunMarks.findMark(item, markPrefix)) + "the list does not contain its id");
        } else if (paths.add(cleanup.get().path())) {
            var mark = RunMarks.findMark(item, markPrefix);
            inventory.addFromList(creator, item, mark);
            ledger.created(mark, requests.of(cleanup.get()));
            send(cleanup.get());
        }
    }

    /** The beginning of a line about an object whose path is unknown. */
    private String withText(Operation creator, String mark) {
        return links.list(creator) + ", object "
                + (mark.isEmpty() ? "without a text of the run" : "with the text " + mark) + ": ";
    }
}
