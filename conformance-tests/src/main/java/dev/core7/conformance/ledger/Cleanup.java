package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Transport;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes away what a killed run has left, by its ledger; what is not the run's own stays. Running it twice does no harm.
 */
public final class Cleanup {
    private static final int NOT_FOUND = 404;

    private final Target target;
    private final Transport transport;
    private final Requests requests;
    private final CleanupLinks links;
    private final Ownership ownership;

    /** Cleans up {@code target} through {@code transport}. */
    public Cleanup(Contract contract, Target target, Transport transport) {
        this.target = target;
        this.transport = transport;
        this.requests = new Requests(contract, target);
        this.links = new CleanupLinks(contract, target);
        this.ownership = new Ownership(target, transport, requests, links);
    }

    /**
     * What became of a ledger's objects.
     *
     * @param removed how many were taken away, or were gone already
     * @param left what could not be, and why
     */
    public record Outcome(int removed, List<String> left) {}

    /**
     * Takes away everything that {@code file} says is left, as far as it is the run's own.
     *
     * @throws InputException where the file is no ledger, or one of another server
     */
    public Outcome run(Path file) {
        var leftovers = Leftovers.read(file);
        if (!leftovers.url().equals(target.url())) {
            throw new InputException(
                    file + ":1: the ledger is of " + leftovers.url() + ", the target file of " + target.url());
        }
        var goingOn = FileLedger.goOn(file);
        var left = new ArrayList<String>();
        var found = new ArrayList<CleanupLinks.TidyUp>();
        for (var create : leftovers.unsure()) {
            try {
                find(create).ifPresent(found::add);
            } catch (LeftException e) {
                left.add(create.path() + ": " + e.getMessage());
            }
        }
        int removed = 0;
        for (var entry : leftovers.tidyUps()) {
            removed += takeAway(tidyUp(entry), Optional.of(entry), goingOn, left) ? 1 : 0;
        }
        for (var tidyUp : found) {
            removed += takeAway(tidyUp, Optional.empty(), goingOn, left) ? 1 : 0;
        }
        return new Outcome(removed, left);
    }

    private static CleanupLinks.TidyUp tidyUp(Leftovers.Entry entry) {
        return new CleanupLinks.TidyUp(entry.method(), entry.path(), entry.body());
    }

    /** @param unread the entry of an object that was not read yet, so that it may be somebody else's */
    private boolean takeAway(
            CleanupLinks.TidyUp tidyUp, Optional<Leftovers.Entry> unread, FileLedger goingOn, List<String> left) {
        try {
            if (unread.isEmpty() || isThere(unread.get())) {
                send(tidyUp);
            }
            goingOn.tidiedUp(requests.of(tidyUp.method(), tidyUp.path(), tidyUp.body()));
            return true;
        } catch (LeftException e) {
            left.add(tidyUp.method() + " " + tidyUp.path() + ": " + e.getMessage());
            return false;
        }
    }

    private boolean isThere(Leftovers.Entry entry) throws LeftException {
        Ownership.run(entry);
        var creator = links.creator(tidyUp(entry));
        if (creator.isEmpty()) {
            throw new LeftException("no link of the contract cleans up so");
        }
        return ownership.isThere(entry, creator.get());
    }

    private void send(CleanupLinks.TidyUp tidyUp) throws LeftException {
        try {
            int status = transport
                    .send(requests.of(tidyUp.method(), tidyUp.path(), tidyUp.body()))
                    .status();
            if (status / 100 != 2 && status != NOT_FOUND) {
                throw new LeftException("answered " + status);
            }
        } catch (Transport.NoAnswerException e) {
            throw new LeftException(String.valueOf(e.getMessage()));
        }
    }

    /** Looks through the list at the path of a create for an object that carries its mark. */
    private Optional<CleanupLinks.TidyUp> find(Leftovers.Entry create) throws LeftException {
        var creator = requests.called("POST", create.path());
        if (creator.isEmpty()
                || requests.called("GET", create.path()).isEmpty()
                || create.mark().isEmpty()) {
            throw new LeftException("not known whether an object was created");
        }
        Ownership.run(create);
        try {
            var mark = Json.write(create.mark());
            var item = new Pages(transport)
                    .find(
                            requests.of("GET", create.path(), ""),
                            each -> Json.write(each).contains(mark));
            var tidyUp = item.flatMap(found -> links.of(creator.get(), found));
            if (item.isPresent() && tidyUp.isEmpty()) {
                throw new LeftException("its list shows no id of what was created");
            }
            return tidyUp;
        } catch (Pages.UnreadableException e) {
            throw new LeftException(String.valueOf(e.getMessage()));
        }
    }
}
