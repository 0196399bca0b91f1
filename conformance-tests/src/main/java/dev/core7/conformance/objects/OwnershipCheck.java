package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads an object from the server to find out whether it is a run's own. Nothing is written to an object before that: a server
 * may answer a create with a wrong id, and the ids of an old ledger may belong to other objects by now.
 */
public final class OwnershipCheck {
    private static final List<Integer> NOT_FOUND = List.of(404, 410);

    private final Transport transport;
    private final LeastKeyRequests requests;
    private final CleanupLinks links;
    private final ListPages pages;

    /** Reads from {@code target} through {@code transport}. */
    public OwnershipCheck(Contract contract, Target target, Transport transport) {
        this.transport = transport;
        this.requests = new LeastKeyRequests(contract, target);
        this.links = new CleanupLinks(contract, target);
        this.pages = new ListPages(transport);
    }

    /** What reading an object came to. */
    public enum Kind {
        /** It carries the run's mark. */
        OURS,
        /** Another object is shown. */
        ANOTHER,
        /** It is not there. */
        GONE,
        /** The server shows nothing by which it could be recognised. */
        UNREADABLE
    }

    /** @param reason why it is not ours; empty if it is */
    public record Finding(Kind kind, String reason) {
        static final Finding OURS = new Finding(Kind.OURS, "");

        static Finding another(String address) {
            return new Finding(
                    Kind.ANOTHER, "the object at " + address + " does not carry the run's mark: it is another one");
        }
    }

    /**
     * Reads an object: by itself, or else in the list of its kind.
     *
     * @param creator the operation that creates such objects
     * @param address the path of the object
     * @param run the beginning of the run's marks
     */
    public Finding of(Operation creator, String address, String run) {
        var retrieved = retrieve(creator, address, run);
        if (retrieved.kind() == Kind.OURS || retrieved.kind() == Kind.ANOTHER) {
            return retrieved;
        }
        var listed = find(creator, address, run);
        boolean onlyUnlisted = listed.kind() == Kind.GONE && retrieved.kind() == Kind.UNREADABLE;
        return onlyUnlisted ? retrieved : listed;
    }

    private Finding retrieve(Operation creator, String address, String run) {
        var retrieve = requests.called("GET", address);
        if (retrieve.isEmpty()) {
            return unreadable("no operation of the contract shows it");
        }
        var request = requests.of("GET", address, "");
        if (lacksKey(request, retrieve.get())) {
            return unreadable(Keyring.missing(retrieve.get()));
        }
        try {
            var answer = transport.send(request);
            if (NOT_FOUND.contains(answer.status())) {
                return new Finding(Kind.GONE, "GET " + address + " was answered " + answer.status());
            }
            boolean shown = answer.status() / 100 == 2 && answer.json() instanceof Map;
            return shown
                    ? judge(creator, address, answer.json(), run)
                    : unreadable("GET " + address + " was answered " + answer.status());
        } catch (Transport.NoAnswerException | Transport.NotSentException e) {
            return unreadable("GET " + address + ": " + e.getMessage());
        } catch (Json.NotJsonException e) {
            return unreadable("GET " + address + " was not answered with JSON");
        }
    }

    /** Reads the list at the path of the creator. */
    private Finding find(Operation creator, String address, String run) {
        var path = links.list(creator);
        var list = requests.called("GET", path);
        if (list.isEmpty()) {
            return unreadable("no operation of the contract shows it");
        }
        var request = requests.of("GET", path, "");
        if (lacksKey(request, list.get())) {
            return unreadable(Keyring.missing(list.get()));
        }
        try {
            return pages.find(request, item -> links.address(creator, item).equals(Optional.of(address)))
                    .map(item -> judge(creator, address, item, run))
                    .orElseGet(() -> new Finding(Kind.GONE, address + " is not found"));
        } catch (ListPages.UnreadableException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Finding judge(Operation creator, String address, @Nullable Object object, String run) {
        boolean asked = object != null
                && links.address(creator, object).map(address::equals).orElse(true);
        if (!asked) {
            return unreadable("GET " + address + " shows an object with another id");
        }
        return switch (Recognition.of(object, creator, run)) {
            case OURS -> Finding.OURS;
            case ANOTHER -> Finding.another(address);
            case UNCLEAR ->
                unreadable("the object at " + address + " shows no text by which the run could recognise it");
        };
    }

    private static boolean lacksKey(Request request, Operation operation) {
        return request.key() == null && !operation.scopes().isEmpty();
    }

    private static Finding unreadable(String reason) {
        return new Finding(Kind.UNREADABLE, reason);
    }
}
