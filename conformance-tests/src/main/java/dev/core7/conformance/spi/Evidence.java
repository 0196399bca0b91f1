package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.NamedObject;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Everything a run has seen, for checks that need more than one exchange. */
public final class Evidence {
    private final List<Exchange> exchanges;
    private final List<Unanswered> unanswered;
    private final List<Inventory> inventories;
    private final Map<String, String> unproven;

    /** The accepted documented requests with JSON, by operation id. Every refusal is compared with them. */
    private final Map<String, List<Exchange>> acceptedDocumented;

    /** @param unproven why the documented request of an operation was not sent, by the operation's id */
    public Evidence(List<? extends Attempt> attempts, Inventory inventory, Map<String, String> unproven) {
        this(attempts, List.of(inventory), unproven);
    }

    private Evidence(List<? extends Attempt> attempts, List<Inventory> inventories, Map<String, String> unproven) {
        this.unproven = Map.copyOf(unproven);
        this.exchanges = only(Exchange.class, attempts);
        var documented = new Purpose.Documented(MediaType.JSON);
        this.acceptedDocumented = exchanges.stream()
                .filter(e -> e.sent().purpose().equals(documented) && e.accepted())
                .collect(Collectors.groupingBy(e -> e.sent().operation().id()));
        this.unanswered = only(Unanswered.class, attempts);
        this.inventories = inventories;
    }

    private static <T extends Attempt> List<T> only(Class<T> kind, List<? extends Attempt> attempts) {
        return attempts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Every exchange, in the order they were sent. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** Evidence of these requests alone, the objects they created among it: for requests of the past. */
    public static Evidence of(List<? extends Attempt> attempts, Contract contract, Target target) {
        return ofShards(List.of(attempts), contract, target);
    }

    /** The same for the shards of a run: each of them has created objects of its own. */
    public static Evidence ofShards(List<? extends List<? extends Attempt>> shards, Contract contract, Target target) {
        var inventories = shards.stream()
                .map(attempts -> inventory(attempts, contract, target))
                .toList();
        return new Evidence(shards.stream().flatMap(List::stream).toList(), inventories, Map.of());
    }

    private static Inventory inventory(List<? extends Attempt> attempts, Contract contract, Target target) {
        var inventory = new Inventory(contract, target);
        // What was created is known before the responses that show it, whatever their order here.
        only(Exchange.class, attempts).stream()
                .sorted(Comparator.comparing(
                        exchange -> exchange.sent().called().isSafe()))
                .forEach(inventory::remember);
        return inventory;
    }

    /** What a check says of a request in the light of all others; one that throws proves nothing. */
    public Outcome heardBy(Check check, Attempt attempt) {
        try {
            return attempt instanceof Exchange exchange
                    ? check.judge(exchange, this)
                    : check.judge((Unanswered) attempt, this);
        } catch (RuntimeException e) {
            return new Outcome.NotProven("a fault of the kit in the check " + check.id() + ", please report it: " + e);
        }
    }

    /** The same request, accepted with the right key: without it no refusal counts. */
    public Optional<Exchange> twin(Case refused) {
        return acceptedDocumented.getOrDefault(refused.operation().id(), List.of()).stream()
                .filter(e -> refused.example().isEmpty()
                        || refused.example().equals(e.sent().example()))
                .findFirst();
    }

    /** Why the same request with the right key has no answer; empty if it was answered. */
    public Optional<String> whyNoTwin(Case refused) {
        return unanswered.stream()
                .filter(request -> request.sent().operation().equals(refused.operation()))
                .filter(request -> request.sent().purpose() instanceof Purpose.Documented)
                .map(Unanswered::reason)
                .findFirst()
                .or(() -> Optional.ofNullable(unproven.get(refused.operation().id())));
    }

    /** How many cases with bad input for one operation got no response although the server answered others. */
    public long unansweredBadInputs(Operation operation) {
        return unanswered.stream()
                .filter(request ->
                        request.isolated() && request.sent().operation().equals(operation))
                .filter(request -> request.sent().purpose() instanceof Purpose.BadInput)
                .map(request -> request.sent().name())
                .distinct()
                .count();
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

    /** The refused requests whose traces a case looks for; what a request came to that the server failed at is not known. */
    public List<Exchange> refusals(Case readBack) {
        return exchanges.stream()
                .filter(e -> e.sent().operation().equals(readBack.operation()) && !e.accepted())
                .filter(e -> e.response().status() / 100 == 4)
                .filter(e -> e.sent().purpose().readBack().equals(Optional.of(readBack.name())))
                .toList();
    }

    /** The object that the answer to a create names; empty if it names none, or the request carried no mark. */
    public Optional<NamedObject> named(Exchange create) {
        return inventories.stream()
                .filter(inventory -> inventory.hasCreated(create.request().mark()))
                .findFirst()
                .flatMap(inventory -> inventory.named(create));
    }

    /** Whether the run itself created the object of that id, among those that {@code operation} deals with. */
    public boolean isOwn(Operation operation, @Nullable Object id) {
        return inventories.stream().anyMatch(inventory -> inventory.isOwn(operation, id));
    }
}
