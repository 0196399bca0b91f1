package dev.core7.conformance.ledger;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.objects.CleanupLinks;
import dev.core7.conformance.objects.CleanupRequest;
import dev.core7.conformance.objects.LeastKeyRequests;
import dev.core7.conformance.objects.ListPages;
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
 * Takes away what a run has left, by its ledger: what the ledger names, and whatever else in the lists carries the run's mark. Objects
 * without the mark stay. Running it twice does no harm.
 */
public final class Cleanup {
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final Contract contract;
    private final Target target;
    private final Transport transport;
    private final LeastKeyRequests requests;
    private final CleanupLinks links;
    private final OwnershipCheck ownership;

    /** Cleans up {@code target} through {@code transport}. */
    public Cleanup(Contract contract, Target target, Transport transport) {
        this.contract = contract;
        this.target = target;
        this.transport = transport;
        this.requests = new LeastKeyRequests(contract, target);
        this.links = new CleanupLinks(contract, target);
        this.ownership = new OwnershipCheck(contract, target, transport);
    }

    /**
     * What became of a ledger's objects.
     *
     * @param removed how many were taken away, or were gone already
     * @param left what may be left, and why
     */
    public record Outcome(int removed, List<String> left) {}

    /**
     * Takes away everything that {@code file} says is left, as far as it is the run's own.
     *
     * @throws InputException if the file is not a ledger, is one of another server, or belongs to a run that is not over
     */
    public Outcome run(Path file) {
        var leftovers = Leftovers.read(file);
        if (!leftovers.url().equals(target.url())) {
            throw new InputException(file + ":1: the ledger is of " + TerminalText.of(leftovers.url())
                    + ", the target file of " + target.url());
        }
        try (var ledger = FileLedger.goOn(file)) {
            return new Cleaning(ledger).of(leftovers);
        }
    }

    /** One run of the clean-up. */
    private final class Cleaning {
        private final FileLedger ledger;
        private final List<String> left = new ArrayList<>();
        private final Set<String> done = new HashSet<>();
        private final Map<Operation, Set<String>> wanted = new LinkedHashMap<>();
        private int removed;

        Cleaning(FileLedger ledger) {
            this.ledger = ledger;
        }

        Outcome of(Leftovers leftovers) {
            left.addAll(leftovers.broken());
            leftovers.unsure().forEach(this::want);
            leftovers.tidyUps().forEach(this::takeAway);
            wanted.forEach(this::lookFor);
            return new Outcome(removed, left);
        }

        /** Notes that an object of the run may be in the list at the path of a create. */
        private void want(Leftovers.Entry create) {
            var creator = requests.called(create.method(), create.path());
            var run = RunMarks.ofRun(create.mark());
            if (run.isEmpty()) {
                left.add(create.path() + ": no run has made its mark");
            } else if (creator.isEmpty()
                    || links.at(creator.get(), create.path()).isEmpty()) {
                left.add(create.path() + ": no operation of the contract creates so");
            } else {
                wanted.computeIfAbsent(creator.get(), operation -> new HashSet<>())
                        .add(run.get());
            }
        }

        private void takeAway(Leftovers.Entry entry) {
            var request = entry.method() + " " + entry.path() + ": ";
            var run = RunMarks.ofRun(entry.mark());
            var creator = links.creator(entry.method(), entry.path(), entry.body());
            if (run.isEmpty() || creator.isEmpty()) {
                left.add(request
                        + (run.isEmpty() ? "no run has made its mark" : "no link of the contract cleans up so"));
                return;
            }
            var tidyUp = links.at(creator.get(), entry.path()).orElseThrow();
            done.add(entry.path());
            var finding = ownership.of(creator.get(), entry.path(), run.get());
            switch (finding.kind()) {
                case OURS -> send(tidyUp);
                case GONE -> gone(tidyUp);
                case ANOTHER -> {
                    left.add(request + finding.reason());
                    wanted.computeIfAbsent(creator.get(), operation -> new HashSet<>())
                            .add(run.get());
                }
                case UNREADABLE -> left.add(request + finding.reason());
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
                    left.add(tidyUp.method() + " " + tidyUp.path() + ": answered " + status);
                }
            } catch (Transport.NoAnswerException e) {
                left.add(tidyUp.method() + " " + tidyUp.path() + ": " + e.getMessage());
            }
        }

        private int status(CleanupRequest tidyUp) throws Transport.NoAnswerException {
            return transport.send(requests.of(tidyUp)).status();
        }

        /** Looks through the list at the path of a creator for objects that carry a mark of these runs. */
        private void lookFor(Operation creator, Set<String> runs) {
            var path = links.list(creator);
            if (contract.operation("GET", creator.path()).isEmpty()) {
                left.add(path + ": not known whether an object was created, for the contract has no list of them");
                return;
            }
            try {
                new ListPages(transport)
                        .all(
                                requests.of("GET", path, ""),
                                item -> runs.stream().anyMatch(run -> RunMarks.carries(item, run)),
                                item -> takeAway(path, links.of(creator, item)));
            } catch (ListPages.UnreadableException e) {
                left.add(path + ": not known whether an object was created: " + e.getMessage());
            }
        }

        private void takeAway(String list, Optional<CleanupRequest> found) {
            if (found.isEmpty()) {
                left.add(list + ": its list shows no id of what was created");
            } else if (done.add(found.get().path())) {
                send(found.get());
            }
        }
    }
}
