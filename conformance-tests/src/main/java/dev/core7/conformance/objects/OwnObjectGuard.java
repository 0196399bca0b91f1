package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads every created object back before the run first writes to it, unless a response has already shown it with the run's
 * mark.
 */
public final class OwnObjectGuard {
    private final Inventory inventory;
    private final WritePermission writePermission;
    private final OwnershipCheck ownership;
    private final Map<String, OwnershipCheck.OwnershipResult> results = new HashMap<>();

    /** @param transport sends the requests, and adds the responses to the inventory */
    public OwnObjectGuard(
            Contract contract,
            Target target,
            Inventory inventory,
            WritePermission writePermission,
            Transport transport) {
        this.inventory = inventory;
        this.writePermission = writePermission;
        this.ownership = new OwnershipCheck(contract, target, transport);
    }

    /** Returns why a request must not be sent: it would write to an object that is not proven to be the run's own. */
    public Optional<String> whyNotSent(Request request) {
        if (request.isSafe() || writePermission.mayWrite(request)) {
            return Optional.empty();
        }
        String reason = null;
        for (Inventory.Created object : writePermission.touched(request)) {
            var result = results.computeIfAbsent(object.address().orElse(""), address -> read(object));
            if (result.ownership() == OwnershipCheck.Ownership.OURS) {
                return Optional.empty();
            }
            reason = result.reason();
        }
        return Optional.ofNullable(reason)
                .map(why -> "not sent, because " + request.method() + " " + request.path() + " would change an object"
                        + " that could not be confirmed as created by this run: " + why
                        + "; fix the operations that create"
                        + " and read the object first");
    }

    /** Reads an object, unless it is already confirmed. */
    public OwnershipCheck.OwnershipResult read(Inventory.Created object) {
        if (inventory.isConfirmed(object)) {
            return OwnershipCheck.OwnershipResult.OURS;
        }
        var address = object.address();
        var markPrefix = RunMarks.findPrefix(object.mark());
        if (address.isEmpty() || markPrefix.isEmpty()) {
            return new OwnershipCheck.OwnershipResult(
                    OwnershipCheck.Ownership.UNDECIDED,
                    address.isEmpty()
                            ? object.creator().id() + " returned no id"
                            : "the request that created it had no text of this run");
        }
        return inventory
                .observation(object)
                .filter(observation -> observation.shown() == Recognition.ANOTHER)
                .map(observation -> OwnershipCheck.OwnershipResult.another(address.get()))
                .orElseGet(() -> ownership.of(object.creator(), address.get(), markPrefix.get()));
    }
}
