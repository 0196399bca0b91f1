package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Transport;
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
    private final MinimalScopeRequests requests;
    private final CleanupLinks links;
    private final ListPages pages;

    /** Reads from {@code target} through {@code transport}. */
    public OwnershipCheck(Contract contract, Target target, Transport transport) {
        this.transport = transport;
        this.requests = new MinimalScopeRequests(contract, target);
        this.links = new CleanupLinks(contract, target);
        this.pages = new ListPages(transport);
    }

    /** Whether the run created an object. */
    public enum Ownership {
        /** It contains the run's mark. */
        OURS,
        /** It is another object. */
        ANOTHER,
        /** It does not exist. */
        GONE,
        /** The responses do not allow a decision. */
        UNDECIDED
    }

    /**
     * The result of reading an object.
     *
     * @param reason why it is not confirmed; empty if it is
     */
    public record OwnershipResult(Ownership ownership, String reason) {
        static final OwnershipResult OURS = new OwnershipResult(Ownership.OURS, "");

        static OwnershipResult another(String address) {
            return new OwnershipResult(
                    Ownership.ANOTHER,
                    "the object at " + address + " does not contain the text that this run sent,"
                            + " so it is another object");
        }
    }

    /**
     * Reads an object by itself, or else in its list.
     *
     * @param creator the operation that creates such objects
     * @param address the path of the object
     * @param markPrefix the common prefix of the run's marks
     */
    public OwnershipResult of(Operation creator, String address, String markPrefix) {
        var retrieved = retrieve(creator, address, markPrefix);
        if (retrieved.ownership() == Ownership.OURS || retrieved.ownership() == Ownership.ANOTHER) {
            return retrieved;
        }
        var listed = find(creator, address, markPrefix);
        boolean onlyUnlisted = listed.ownership() == Ownership.GONE && retrieved.ownership() == Ownership.UNDECIDED;
        return onlyUnlisted ? retrieved : listed;
    }

    private OwnershipResult retrieve(Operation creator, String address, String markPrefix) {
        var retrieve = requests.called("GET", address);
        if (retrieve.isEmpty()) {
            return undecided("the contract has no operation that reads it");
        }
        var request = requests.of("GET", address, "");
        if (lacksKey(request, retrieve.get())) {
            return undecided(Keyring.missing(retrieve.get()));
        }
        try {
            var response = transport.send(request);
            if (NOT_FOUND.contains(response.status())) {
                return new OwnershipResult(Ownership.GONE, "GET " + address + " returned " + response.status());
            }
            boolean readable = response.status() / 100 == 2 && response.json() instanceof Map;
            return readable
                    ? judge(creator, address, response.json(), markPrefix)
                    : undecided("GET " + address + " returned " + response.status());
        } catch (Transport.NoAnswerException | Transport.NotSentException e) {
            return undecided("GET " + address + ": " + e.getMessage());
        } catch (Json.NotJsonException e) {
            return undecided("GET " + address + " returned a body that is not JSON");
        }
    }

    /** Searches the list at the path of the creator. */
    private OwnershipResult find(Operation creator, String address, String markPrefix) {
        var path = links.list(creator);
        var list = requests.called("GET", path);
        if (list.isEmpty()) {
            return undecided("the contract has no operation that reads it");
        }
        var request = requests.of("GET", path, "");
        if (lacksKey(request, list.get())) {
            return undecided(Keyring.missing(list.get()));
        }
        try {
            return pages.find(request, item -> links.address(creator, item).equals(Optional.of(address)))
                    .map(item -> judge(creator, address, item, markPrefix))
                    .orElseGet(() -> new OwnershipResult(Ownership.GONE, address + " is not in its list"));
        } catch (ListPages.UnreadableException e) {
            return undecided(String.valueOf(e.getMessage()));
        }
    }

    private OwnershipResult judge(Operation creator, String address, @Nullable Object object, String markPrefix) {
        boolean sameAddress = object != null
                && links.address(creator, object).map(address::equals).orElse(true);
        if (!sameAddress) {
            return undecided("GET " + address + " returned an object with another id");
        }
        return switch (Recognition.of(object, creator, markPrefix)) {
            case OURS -> OwnershipResult.OURS;
            case ANOTHER -> OwnershipResult.another(address);
            case UNCLEAR -> undecided("the object at " + address + " has no text by which this run could recognise it");
        };
    }

    private static boolean lacksKey(Request request, Operation operation) {
        return request.key() == null && !operation.scopes().isEmpty();
    }

    private static OwnershipResult undecided(String reason) {
        return new OwnershipResult(Ownership.UNDECIDED, reason);
    }
}
