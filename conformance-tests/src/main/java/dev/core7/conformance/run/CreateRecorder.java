package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.objects.CleanupLinks;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.objects.MinimalScopeRequests;
import dev.core7.conformance.objects.UnconfirmedCreates;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.util.List;
import java.util.Optional;

/** Records each create in the ledger, before it is sent and afterwards. */
final class CreateRecorder {
    private final Inventory inventory;
    private final CleanupLinks links;
    private final MinimalScopeRequests requests;
    private final Ledger ledger;
    private final UnconfirmedCreates unconfirmed = new UnconfirmedCreates();

    CreateRecorder(Contract contract, Target target, Inventory inventory, Ledger ledger) {
        this.inventory = inventory;
        this.links = new CleanupLinks(contract, target);
        this.requests = new MinimalScopeRequests(contract, target);
        this.ledger = ledger;
    }

    /** The creates whose outcome is unknown. */
    UnconfirmedCreates unconfirmed() {
        return unconfirmed;
    }

    /** Whether a request may create an object. */
    boolean creates(Channel.Sending sending) {
        return inventory.creates(sending.sent().called(), sending.request());
    }

    /** Records a create that is about to be sent; returns why it must not be sent, if it cannot be recorded. */
    Optional<String> before(Channel.Sending create) {
        try {
            ledger.creating(create.request());
            unconfirmed.used(create.sent().called());
            return Optional.empty();
        } catch (Ledger.UnwritableException e) {
            return Optional.of("not sent, because the kit only creates objects that it can record: " + e.getMessage());
        }
    }

    /** Records the result of a create. Its outcome is unknown unless it was refused or returned an id. */
    void after(Channel.Sending create, Optional<Exchange> exchange, List<Inventory.Created> created) {
        var request = create.request();
        var cleanups = created.stream()
                .flatMap(object -> links.of(object.creator(), object.responseBody()).stream())
                .toList();
        cleanups.forEach(cleanup -> ledger.created(request.mark(), requests.of(cleanup)));
        int status = exchange.map(answered -> answered.response().status()).orElse(0);
        if (status / 100 == 4) {
            ledger.refused(request);
        } else if (cleanups.isEmpty()) {
            boolean accepted = status / 100 == 2;
            String answer = status == 0 ? "got no response" : "returned " + status + (accepted ? " without an id" : "");
            unconfirmed.add(
                    new UnconfirmedCreates.UnconfirmedCreate(create.sent().called(), request.mark(), answer, accepted));
        }
    }
}
