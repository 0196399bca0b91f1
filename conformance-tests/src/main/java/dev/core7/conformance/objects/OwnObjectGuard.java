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
    private final Map<String, OwnershipCheck.Finding> findings = new HashMap<>();

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

    /** The reason why a request must not be sent: it would write to an object that is not proven to be the run's own. */
    public Optional<String> objection(Request request) {
        if (WriteGuard.isSafe(request.method()) || writePermission.mayWrite(request)) {
            return Optional.empty();
        }
        String reason = null;
        for (Inventory.Created object : writePermission.touched(request)) {
            var finding = findings.computeIfAbsent(inventory.address(object).orElse(""), address -> read(object));
            if (finding.kind() == OwnershipCheck.Kind.OURS) {
                return Optional.empty();
            }
            reason = finding.reason();
        }
        return Optional.ofNullable(reason)
                .map(why -> "not sent, because " + request.method() + " " + request.path() + " would change an object"
                        + " that could not be confirmed as created by this run: " + why
                        + "; fix the operations that create"
                        + " and read the object first");
    }

    /** Reads an object, unless it is already confirmed. */
    public OwnershipCheck.Finding read(Inventory.Created object) {
        if (inventory.isConfirmed(object)) {
            return OwnershipCheck.Finding.OURS;
        }
        var address = inventory.address(object);
        var run = RunMarks.ofRun(object.mark());
        if (address.isEmpty() || run.isEmpty()) {
            return new OwnershipCheck.Finding(
                    OwnershipCheck.Kind.UNREADABLE,
                    address.isEmpty()
                            ? object.by().id() + " returned no id"
                            : "the request that created it had no text of this run");
        }
        return inventory
                .observation(object)
                .filter(observation -> observation.shown() == Recognition.ANOTHER)
                .map(observation -> OwnershipCheck.Finding.another(address.get()))
                .orElseGet(() -> ownership.of(object.by(), address.get(), run.get()));
    }
}
