package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads every created object back before the run first writes to it, unless an answer has already shown it with the run's mark. */
final class OwnObjects {
    private final Inventory inventory;
    private final Permission permission;
    private final Ownership ownership;
    private final Map<String, Ownership.Finding> findings = new HashMap<>();

    /** @param reading sends the requests, and has the inventory remember the answers */
    OwnObjects(Contract contract, Target target, Inventory inventory, Permission permission, Transport reading) {
        this.inventory = inventory;
        this.permission = permission;
        this.ownership = new Ownership(contract, target, reading);
    }

    /** Why a request must not be sent: it would write to an object that is not proven to be the run's own. */
    Optional<String> objection(Request request) {
        if (Fence.isSafe(request.method()) || permission.mayWrite(request)) {
            return Optional.empty();
        }
        String reason = null;
        for (Inventory.Created object : permission.touched(request)) {
            var finding = findings.computeIfAbsent(inventory.address(object).orElse(""), address -> read(object));
            if (finding.kind() == Ownership.Kind.OURS) {
                return Optional.empty();
            }
            reason = finding.reason();
        }
        return Optional.ofNullable(reason)
                .map(why -> "not sent, because the object that " + request.method() + " " + request.path()
                        + " would change could not be confirmed as created by this run: " + why);
    }

    /** Reads an object, unless it is known. */
    Ownership.Finding read(Inventory.Created object) {
        if (inventory.isConfirmed(object)) {
            return Ownership.Finding.OURS;
        }
        var address = inventory.address(object);
        var run = Marks.ofRun(object.mark());
        if (address.isEmpty() || run.isEmpty()) {
            return new Ownership.Finding(
                    Ownership.Kind.UNREADABLE,
                    address.isEmpty()
                            ? object.by().id() + " answered without an id"
                            : "the request that created it carried no mark of the run");
        }
        return inventory
                .sighting(object)
                .filter(sighting -> sighting.shown() == Shown.ANOTHER)
                .map(sighting -> Ownership.Finding.another(address.get()))
                .orElseGet(() -> ownership.of(object.by(), address.get(), run.get()));
    }
}
