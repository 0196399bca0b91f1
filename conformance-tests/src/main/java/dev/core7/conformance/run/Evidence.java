package dev.core7.conformance.run;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything a run has seen, for checks that need more than one exchange. */
public final class Evidence {
    private final List<Exchange> exchanges;
    private final Inventory inventory;

    Evidence(List<Exchange> exchanges, Inventory inventory) {
        this.exchanges = List.copyOf(exchanges);
        this.inventory = inventory;
    }

    /** Evidence of these exchanges alone, the objects they created among it: for exchanges of the past. */
    public static Evidence of(List<Exchange> exchanges, Contract contract, Target target) {
        var inventory = new Inventory(contract, target);
        exchanges.forEach(inventory::remember);
        return new Evidence(exchanges, inventory);
    }

    /** What a check says of an exchange in the light of all others; one that throws proves nothing. */
    public Outcome heardBy(Check check, Exchange exchange) {
        try {
            return check.judge(exchange, this);
        } catch (RuntimeException e) {
            return new Outcome.NotProven("a fault of the kit in the check " + check.id() + ", please report it: " + e);
        }
    }

    /** The same request, accepted with the right key: without it no refusal counts. */
    public Optional<Exchange> twin(Case refused) {
        var documented = new Purpose.Documented(MediaType.JSON);
        return exchanges.stream()
                .filter(e -> e.sent().operation().equals(refused.operation()))
                .filter(e -> e.sent().purpose().equals(documented) && e.accepted())
                .filter(e -> refused.example().isEmpty()
                        || refused.example().equals(e.sent().example()))
                .findFirst();
    }

    /** Whether the server has accepted that key for anything, so that it is one that it gave out. */
    public boolean isKnown(Key key) {
        return exchanges.stream().anyMatch(e -> key.equals(e.request().key()) && e.shows());
    }

    /** Whether no answer of the run has shown an item of a list; those to steps of flows are judged like this one's. */
    public boolean showsNoItem(Operation operation) {
        return exchanges.stream()
                .filter(e -> e.sent().called().equals(operation)
                        && e.sent().purpose().isDocumented())
                .noneMatch(Exchange::showsItem);
    }

    /** The refused requests whose traces a case looks for. */
    public List<Exchange> refusals(Case readBack) {
        return exchanges.stream()
                .filter(e -> e.sent().operation().equals(readBack.operation()) && !e.accepted())
                .filter(e -> e.sent().purpose().readBack().equals(Optional.of(readBack.name())))
                .toList();
    }

    /** Whether the run itself created the object of that id, among those that {@code operation} deals with. */
    public boolean isOwn(Operation operation, @Nullable Object id) {
        return inventory.isOwn(operation, id);
    }
}
