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
 * Reads an object from the server to verify that a run created it. No run writes to an object before that, because a server may
 * return a wrong id, and ids in an old ledger may belong to other objects now.
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

    /** The result of reading an object. */
    public enum Kind {
        /** It contains the run's mark. */
        OURS,
        /** It is another object. */
        ANOTHER,
        /** It does not exist. */
        GONE,
        /** The response does not allow a decision. */
        UNREADABLE
    }

    /** @param reason why it is not confirmed; empty if it is */
    public record Finding(Kind kind, String reason) {
        static final Finding OURS = new Finding(Kind.OURS, "");

        static Finding another(String address) {
            return new Finding(
                    Kind.ANOTHER,
                    "the object at " + address + " does not contain the text that this run sent,"
                            + " so it is another object");
        }
    }

    /**
     * Reads an object by itself, or else in its list.
     *
     * @param creator the operation that creates such objects
     * @param address the path of the object
     * @param run the common prefix of the run's marks
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
            return unreadable("the contract has no operation that reads it");
        }
        var request = requests.of("GET", address, "");
        if (lacksKey(request, retrieve.get())) {
            return unreadable(Keyring.missing(retrieve.get()));
        }
        try {
            var response = transport.send(request);
            if (NOT_FOUND.contains(response.status())) {
                return new Finding(Kind.GONE, "GET " + address + " returned " + response.status());
            }
            boolean readable = response.status() / 100 == 2 && response.json() instanceof Map;
            return readable
                    ? judge(creator, address, response.json(), run)
                    : unreadable("GET " + address + " returned " + response.status());
        } catch (Transport.NoAnswerException | Transport.NotSentException e) {
            return unreadable("GET " + address + ": " + e.getMessage());
        } catch (Json.NotJsonException e) {
            return unreadable("GET " + address + " returned a body that is not JSON");
        }
    }

    /** Searches the list at the path of the creator. */
    private Finding find(Operation creator, String address, String run) {
        var path = links.list(creator);
        var list = requests.called("GET", path);
        if (list.isEmpty()) {
            return unreadable("the contract has no operation that reads it");
        }
        var request = requests.of("GET", path, "");
        if (lacksKey(request, list.get())) {
            return unreadable(Keyring.missing(list.get()));
        }
        try {
            return pages.find(request, item -> links.address(creator, item).equals(Optional.of(address)))
                    .map(item -> judge(creator, address, item, run))
                    .orElseGet(() -> new Finding(Kind.GONE, address + " is not in its list"));
        } catch (ListPages.UnreadableException e) {
            return unreadable(String.valueOf(e.getMessage()));
        }
    }

    private Finding judge(Operation creator, String address, @Nullable Object object, String run) {
        boolean sameAddress = object != null
                && links.address(creator, object).map(address::equals).orElse(true);
        if (!sameAddress) {
            return unreadable("GET " + address + " returned an object with another id");
        }
        return switch (Recognition.of(object, creator, run)) {
            case OURS -> Finding.OURS;
            case ANOTHER -> Finding.another(address);
            case UNCLEAR ->
                unreadable("the object at " + address + " has no text by which this run could recognise it");
        };
    }

    private static boolean lacksKey(Request request, Operation operation) {
        return request.key() == null && !operation.scopes().isEmpty();
    }

    private static Finding unreadable(String reason) {
        return new Finding(Kind.UNREADABLE, reason);
    }
}
