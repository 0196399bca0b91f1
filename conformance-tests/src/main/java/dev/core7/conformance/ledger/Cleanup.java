package dev.core7.conformance.ledger;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.objects.CleanupLinks;
import dev.core7.conformance.objects.CleanupRequest;
import dev.core7.conformance.objects.ListPages;
import dev.core7.conformance.objects.MinimalScopeRequests;
import dev.core7.conformance.objects.OwnershipCheck;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.recording.TerminalText;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Removes the objects that a run has left: those in its ledger, and other listed objects that carry the run's mark. Objects without
 * the mark are not touched. It can be repeated.
 */
public final class Cleanup {
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final Contract contract;
    private final Target target;
    private final Transport transport;
    private final MinimalScopeRequests requests;
    private final CleanupLinks links;
    private final OwnershipCheck ownership;

    /** Creates a cleanup of {@code target}; requests are sent by {@code transport}. */
    public Cleanup(Contract contract, Target target, Transport transport) {
        this.contract = contract;
        this.target = target;
        this.transport = transport;
        this.requests = new MinimalScopeRequests(contract, target);
        this.links = new CleanupLinks(contract, target);
        this.ownership = new OwnershipCheck(contract, target, transport);
    }

    /**
     * The result of a cleanup.
     *
     * @param removed how many objects were removed, or did not exist any more
     * @param left objects that may be left, each with the reason
     */
    public record Outcome(int removed, List<String> left) {}

    /**
     * Removes the objects that the ledger {@code file} lists and that the run created.
     *
     * @throws InputException if the file is not a ledger, belongs to another server, or is in use by a run
     */
    public Outcome run(Path file) {
        var leftovers = Leftovers.read(file);
        if (!leftovers.url().equals(target.url())) {
            throw new InputException(file + ":1: the ledger is of " + TerminalText.of(leftovers.url())
                    + ", but the target file describes " + target.url());
        }
        try (var ledger = FileLedger.resume(file)) {
            return new Cleaning(ledger).of(leftovers);
        }
    }

    /** One cleanup with its intermediate results. */
    private final class Cleaning {
        private final FileLedger ledger;
        private final List<String> left = new ArrayList<>();
        private final Set<String> done = new HashSet<>();
        private final Map<Operation, Set<String>> searched = new LinkedHashMap<>();
        private int removed;

        Cleaning(FileLedger ledger) {
            this.ledger = ledger;
        }

        Outcome of(Leftovers leftovers) {
            left.addAll(leftovers.broken());
            leftovers.unconfirmed().forEach(this::search);
            leftovers.cleanups().forEach(this::remove);
            searched.forEach(this::removeListed);
            return new Outcome(removed, left);
        }

        /** Notes that the list at the path of a create request may contain an object of the run. */
        private void search(Leftovers.Entry create) {
            var creator = requests.called(create.method(), create.path());
            var markPrefix = RunMarks.findPrefix(create.mark());
            if (create.mark().isEmpty()) {
                left.add(create.path()
                        + ": a request without a text of the run got no response, so it is unknown whether"
                        + " it created an object: look for one that you do not know");
            } else if (markPrefix.isEmpty()) {
                left.add(create.path() + ": the mark in the ledger is not the mark of a run");
            } else if (creator.isEmpty()
                    || links.at(creator.get(), create.path()).isEmpty()) {
                left.add(create.path() + ": the contract has no operation that creates such an object");
            } else {
                searched.computeIfAbsent(creator.get(), operation -> new HashSet<>())
                        .add(markPrefix.get());
            }
        }

        private void remove(Leftovers.Entry entry) {
            var request = entry.method() + " " + entry.path() + ": ";
            var markPrefix = RunMarks.findPrefix(entry.mark());
            var creator = links.creator(entry.method(), entry.path(), entry.body());
            if (markPrefix.isEmpty() || creator.isEmpty()) {
                left.add(request
                        + (markPrefix.isEmpty()
                                ? "the mark in the ledger is not the mark of a run"
                                : "the contract has no such cleanup request"));
                return;
            }
            var tidyUp = links.at(creator.get(), entry.path()).orElseThrow();
            done.add(entry.path());
            var result = ownership.of(creator.get(), entry.path(), markPrefix.get());
            switch (result.ownership()) {
                case OURS -> send(tidyUp);
                case GONE -> gone(tidyUp);
                case ANOTHER -> {
                    left.add(request + result.reason());
                    searched.computeIfAbsent(creator.get(), operation -> new HashSet<>())
                            .add(markPrefix.get());
                }
                case UNDECIDED -> left.add(request + result.reason());
            }
        }

        private void gone(CleanupRequest tidyUp) {
            removed++;
            ledger.tidiedUp(requests.of(tidyUp));
        }

        private void send(CleanupRequest tidyUp) {
            try {
                int status = status(tidyUp);
                if (status >= SERVER_ERROR && tidyUp.repairing().isPresent()) {
                    status(tidyUp.repairing().get());
                    status = status(tidyUp);
                }
                if (status / 100 == 2 || status == NOT_FOUND) {
                    gone(tidyUp);
                } else {
                    left.add(tidyUp.method() + " " + tidyUp.path() + ": got status " + status);
                }
            } catch (Transport.NoAnswerException e) {
                left.add(tidyUp.method() + " " + tidyUp.path() + ": " + e.getMessage());
            }
        }

        private int status(CleanupRequest tidyUp) throws Transport.NoAnswerException {
            return transport.send(requests.of(tidyUp)).status();
        }

        /** Removes the listed objects that carry a mark with one of these prefixes. */
        private void removeListed(Operation creator, Set<String> markPrefixes) {
            var path = links.list(creator);
            if (contract.operation("GET", creator.path()).isEmpty()) {
                left.add(path + ": an object may have been created, but the contract has no list to look for it");
                return;
            }
            try {
                new ListPages(transport)
                        .all(
                                requests.of("GET", path, ""),
                                item -> markPrefixes.stream().anyMatch(prefix -> RunMarks.carries(item, prefix)),
                                item -> removeItem(path, links.of(creator, item)));
            } catch (ListPages.UnreadableException e) {
                left.add(path + ": an object may have been created: " + e.getMessage());
            }
        }

        private void removeItem(String list, Optional<CleanupRequest> found) {
            if (found.isEmpty()) {
                left.add(list + ": an item with the mark of the run has no id, so it cannot be removed");
            } else if (done.add(found.get().path())) {
                send(found.get());
            }
        }
    }
}
