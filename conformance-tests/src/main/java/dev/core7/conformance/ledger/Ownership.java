package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Marks;
import dev.core7.conformance.run.Paths;
import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Transport;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether an object is the run's own, as the server shows it. A ledger may be old: where the data was restored since,
 * its ids may be somebody else's by now.
 */
final class Ownership {
    private static final int NOT_FOUND = 404;

    private final Target target;
    private final Transport transport;
    private final Requests requests;
    private final CleanupLinks links;

    Ownership(Target target, Transport transport, Requests requests, CleanupLinks links) {
        this.target = target;
        this.transport = transport;
        this.requests = requests;
        this.links = links;
    }

    /**
     * What all marks of the entry's run have in common.
     *
     * @throws LeftException where no run has made its mark
     */
    static String run(Leftovers.Entry entry) throws LeftException {
        return Marks.ofRun(entry.mark()).orElseThrow(() -> new LeftException("no run has made its mark"));
    }

    /**
     * Whether the object of an entry is there, and the run's.
     *
     * @param creator what creates such objects
     * @throws LeftException where it is somebody else's, or cannot be read
     */
    boolean isThere(Leftovers.Entry entry, Operation creator) throws LeftException {
        var run = run(entry);
        var list = Paths.fill(creator.path(), target.parameters());
        Optional<?> shown;
        if (requests.called("GET", entry.path()).isPresent()) {
            shown = read(entry.path());
        } else if (requests.called("GET", list).isPresent()) {
            shown = find(list, entry, creator);
        } else {
            // Nothing in the contract shows the object: that a run has made the mark, and a link the request, is all
            // there is.
            return true;
        }
        if (shown.isPresent() && !carries(shown.get(), run) && !isOfMoment(shown.get(), entry.createdAt())) {
            throw new LeftException("it does not carry the run's mark, so it is somebody else's");
        }
        return shown.isPresent();
    }

    /** A run changes its own objects, so the mark may be another of the same run. */
    private static boolean carries(Object shown, String run) {
        return Json.write(shown).contains(run);
    }

    private static boolean isOfMoment(Object shown, String createdAt) {
        return !createdAt.isEmpty()
                && shown instanceof Map<?, ?> object
                && createdAt.equals(object.get(FileLedger.CREATED_AT));
    }

    /** The object at a path; empty where there is none. */
    private Optional<Object> read(String path) throws LeftException {
        try {
            var answer = transport.send(requests.of("GET", path, ""));
            if (answer.status() == NOT_FOUND) {
                return Optional.empty();
            }
            @Nullable Object shown = answer.status() / 100 == 2 ? answer.json() : null;
            if (shown == null) {
                throw new LeftException("not known whose it is: reading it was answered " + answer.status());
            }
            return Optional.of(shown);
        } catch (Transport.NoAnswerException | Json.NotJsonException e) {
            throw new LeftException("not known whose it is: " + e.getMessage());
        }
    }

    /** The object in the list of its kind; empty where it is not in there. */
    private Optional<Object> find(String list, Leftovers.Entry entry, Operation creator) throws LeftException {
        try {
            return new Pages(transport)
                    .find(
                            requests.of("GET", list, ""),
                            item -> links.of(creator, item)
                                    .filter(tidyUp -> tidyUp.path().equals(entry.path()))
                                    .isPresent());
        } catch (Pages.UnreadableException e) {
            throw new LeftException("not known whose it is: " + e.getMessage());
        }
    }
}
