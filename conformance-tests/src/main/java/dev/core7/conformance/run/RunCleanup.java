package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.objects.CleanupLinks;
import dev.core7.conformance.objects.CleanupRequest;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.LeastKeyRequests;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.objects.ListPages;
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
    private final String run;
    private final CleanupLinks links;
    private final LeastKeyRequests requests;
    private final Set<String> paths = new HashSet<>();
    private final List<String> left = new ArrayList<>();

    /** @param run the common prefix of the run's marks */
    RunCleanup(
            Contract contract,
            Target target,
            Inventory inventory,
            ExchangeRecorder recorder,
            Ledger ledger,
            String run) {
        this.contract = contract;
        this.inventory = inventory;
        this.recorder = recorder;
        this.ledger = ledger;
        this.run = run;
        this.links = new CleanupLinks(contract, target);
        this.requests = new LeastKeyRequests(contract, target);
    }

    /** Cleans up, and returns the objects that may be left on the server, each as its path and the reason. */
    List<String> leftBehind() {
        inventory.created().forEach(this::cleanUp);
        recorder.unconfirmed().used().forEach(this::cleanUpListed);
        return left;
    }

    private void cleanUp(Inventory.Created object) {
        var cleanup = links.of(object.by(), object.answer());
        if (cleanup.isEmpty()) {
            if (object.by().success().links().stream().noneMatch(link -> link.cleanup())) {
                left.add(withText(object.by(), object.mark()) + "the contract does not say how to remove it");
            }
            return;
        }
        if (!paths.add(cleanup.get().path())) {
            return;
        }
        var finding = recorder.ownObjects().read(object);
        switch (finding.kind()) {
            case OURS -> send(cleanup.get());
            case GONE -> ledger.tidiedUp(requests.of(cleanup.get()));
            case ANOTHER ->
                recorder.unconfirmed()
                        .add(new UnconfirmedCreates.Open(
                                object.by(),
                                object.mark(),
                                "returned the id of another object, "
                                        + cleanup.get().path(),
                                true));
            case UNREADABLE ->
                left.add(cleanup.get().path()
                        + ": not removed, because it could not be confirmed as created by this run: "
                        + finding.reason());
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
            left.add(cleanup.path() + ": "
                    + reply.unanswered().map(Unanswered::problem).orElse(reply.problem()));
        } else if (reply.exchange().get().accepted()) {
            ledger.tidiedUp(requests.of(cleanup));
        } else {
            left.add(cleanup.path() + ": not removed, because the server returned "
                    + reply.exchange().get().response().status());
        }
    }

    /** Searches the list of an operation's objects for those of the run that have not been removed. */
    private void cleanUpListed(Operation creator) {
        var open = recorder.unconfirmed().of(creator);
        try {
            if (contract.operation("GET", creator.path()).isEmpty()) {
                throw new ListPages.UnreadableException("the contract has no list of these objects");
            }
            var marked = new ArrayList<Object>();
            new ListPages(recorder::read)
                    .all(requests.of("GET", links.list(creator), ""), item -> RunMarks.carries(item, run), item -> {
                        marked.add(item);
                        cleanUp(creator, item);
                    });
            open.stream()
                    .filter(UnconfirmedCreates.Open::certain)
                    .filter(create -> marked.stream().noneMatch(item -> RunMarks.carries(item, create.mark())))
                    .forEach(create -> left.add(withText(creator, create.mark()) + creator.id() + " " + create.answer()
                            + ", and the list does not contain the object"));
        } catch (ListPages.UnreadableException e) {
            open.forEach(create -> left.add(
                    withText(creator, create.mark()) + "it may exist, because " + creator.id() + " " + create.answer()
                            + " and " + e.getMessage() + "; run kit cleanup with the ledger of this run"));
        }
    }

    private void cleanUp(Operation creator, Object item) {
        var cleanup = links.of(creator, item);
        if (cleanup.isEmpty()) {
            left.add(withText(creator, RunMarks.in(item, run)) + "the list does not contain its id");
        } else if (paths.add(cleanup.get().path())) {
            var mark = RunMarks.in(item, run);
            inventory.adopt(creator, item, mark);
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
