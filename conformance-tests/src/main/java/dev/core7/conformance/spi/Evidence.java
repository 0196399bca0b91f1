package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.objects.IdentifiedObject;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All exchanges of a run, for checks that need more than one. */
public final class Evidence {
    private final Contract contract;
    private final List<? extends List<? extends Attempt>> shards;
    private final List<Exchange> exchanges;
    private final List<Unanswered> unanswered;
    private final List<Inventory> inventories;
    private final Map<String, String> unproven;
    private final Map<Class<?>, Object> derived = new HashMap<>();

    /** The accepted documented requests with JSON, by operation id. Every refusal is compared with them. */
    private final Map<String, List<Exchange>> acceptedDocumented;

    /** @param unproven why the documented request of an operation was not sent, by the operation's id */
    public Evidence(
            Contract contract, List<? extends Attempt> attempts, Inventory inventory, Map<String, String> unproven) {
        this(contract, List.of(attempts), List.of(inventory), unproven);
    }

    private Evidence(
            Contract contract,
            List<? extends List<? extends Attempt>> shards,
            List<Inventory> inventories,
            Map<String, String> unproven) {
        var attempts = shards.stream().flatMap(List::stream).toList();
        this.contract = contract;
        this.shards = List.copyOf(shards);
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

    /** Every exchange, in the order of sending. */
    public List<Exchange> exchanges() {
        return exchanges;
    }

    /** The contract by which the exchanges are judged. */
    public Contract contract() {
        return contract;
    }

    /** Every request in the order of sending, those of each shard by themselves. */
    public List<? extends List<? extends Attempt>> shards() {
        return shards;
    }

    /** What {@code derivation} derives from the evidence; it is computed once. */
    public synchronized <T> T derived(Class<T> type, Function<Evidence, T> derivation) {
        var known = derived.get(type);
        if (known == null) {
            known = derivation.apply(this);
            derived.put(type, known);
        }
        return type.cast(known);
    }

    /** Evidence from recorded requests, including the objects that they created. */
    public static Evidence of(List<? extends Attempt> attempts, Contract contract, Target target) {
        return ofShards(List.of(attempts), contract, target);
    }

    /** Evidence from the recorded requests of several shards, each of which created its own objects. */
    public static Evidence ofShards(List<? extends List<? extends Attempt>> shards, Contract contract, Target target) {
        var inventories = shards.stream()
                .map(attempts -> inventory(attempts, contract, target))
                .toList();
        return new Evidence(contract, shards, inventories, Map.of());
    }

    private static Inventory inventory(List<? extends Attempt> attempts, Contract contract, Target target) {
        var inventory = new Inventory(contract, target);
        // Creates come first, so that every response that shows a created object is recognised.
        only(Exchange.class, attempts).stream()
                .sorted(Comparator.comparing(
                        exchange -> exchange.sent().called().isSafe()))
                .forEach(inventory::remember);
        return inventory;
    }

    /** Applies a check to a request. If the check throws an exception, nothing is proven. */
    public Outcome judge(Check check, Attempt attempt) {
        try {
            return attempt instanceof Exchange exchange
                    ? check.judge(exchange, this)
                    : check.judge((Unanswered) attempt, this);
        } catch (RuntimeException e) {
            return new Outcome.NotProven("bug in the check " + check.id() + " of the kit, please report it: " + e);
        }
    }

    /** The same request, accepted with the right key; without it, no refusal counts. */
    public Optional<Exchange> twin(Case refused) {
        return acceptedDocumented.getOrDefault(refused.operation().id(), List.of()).stream()
                .filter(e -> refused.example().isEmpty()
                        || refused.example().equals(e.sent().example()))
                .findFirst();
    }

    /**
     * The request in the same form with the right key, whatever its response is; empty if none was sent. A form with a documented
     * media type is a documented case of the same name.
     */
    public Optional<Exchange> withRightKey(Case refused, String form) {
        var documented = new Purpose.OtherForm(form, new Purpose.Documented(MediaType.JSON));
        return exchanges.stream()
                .filter(e -> e.sent().operation().equals(refused.operation()))
                .filter(e -> e.sent().purpose().equals(documented)
                        || e.sent().purpose() instanceof Purpose.Documented
                                && e.sent().name().equals(form))
                .findFirst();
    }

    /** Why the same request with the right key has no response; empty if it has one. */
    public Optional<String> whyNoTwin(Case refused) {
        return unanswered.stream()
                .filter(request -> request.sent().operation().equals(refused.operation()))
                .filter(request -> request.sent().purpose() instanceof Purpose.Documented)
                .map(Unanswered::reason)
                .findFirst()
                .or(() -> Optional.ofNullable(unproven.get(refused.operation().id())));
    }

    /** The number of cases with bad input for one operation that got no response although the server responded to others. */
    public long unansweredBadInputs(Operation operation) {
        return unanswered.stream()
                .filter(request ->
                        request.othersResponded() && request.sent().operation().equals(operation))
                .filter(request -> request.sent().purpose() instanceof Purpose.BadInput)
                .map(request -> request.sent().name())
                .distinct()
                .count();
    }

    /** Whether the server has accepted the key for any request, so that it is known to be valid. */
    public boolean isKnown(Key key) {
        return exchanges.stream().anyMatch(e -> key.equals(e.request().key()) && e.isAcceptedCall());
    }

    /** Whether no response of the operation has shown an item of its list; responses to steps of flows count too. */
    public boolean showsNoItem(Operation operation) {
        return exchanges.stream()
                .filter(e -> e.sent().called().equals(operation)
                        && e.sent().purpose().isDocumented())
                .noneMatch(Exchange::showsItem);
    }

    /**
     * The refused requests whose effects a case looks for. Responses with 5xx are not refusals: the effect of such a request is
     * unknown.
     */
    public List<Exchange> refusals(Case readBack) {
        return exchanges.stream()
                .filter(e -> e.sent().operation().equals(readBack.operation()) && !e.accepted())
                .filter(e -> e.response().status() / 100 == 4)
                .filter(e -> e.sent().purpose().readBack().equals(Optional.of(readBack.name())))
                .toList();
    }

    /** The object that the response to a create identifies; empty if it has no id, or the request had no mark. */
    public Optional<IdentifiedObject> named(Exchange create) {
        return inventories.stream()
                .filter(inventory -> inventory.hasCreated(create.request().mark()))
                .findFirst()
                .flatMap(inventory -> inventory.identified(create));
    }

    /**
     * The ids of objects of another project that the target lends, by the path segment that lists them, such as {@code cohorts};
     * none for a request to that project.
     */
    public List<String> foreignIds(Exchange exchange, String collection) {
        return inventories.stream()
                .map(Inventory::target)
                .flatMap(target -> target.other().stream())
                .filter(other -> !isBelow(exchange, other))
                .flatMap(other -> other.objects().getOrDefault(collection, List.of()).stream())
                .distinct()
                .toList();
    }

    private static boolean isBelow(Exchange exchange, Target.OtherProject other) {
        String template = exchange.sent().called().path();
        String path = exchange.request().path();
        return other.parameters().entrySet().stream()
                .anyMatch(parameter -> template.contains("{" + parameter.getKey() + "}")
                        && Paths.parameter(template, parameter.getKey(), path).equals(parameter.getValue()));
    }

    /** Whether the run itself created the object with that id, among the objects of {@code operation}. */
    public boolean isOwn(Operation operation, @Nullable Object id) {
        return inventories.stream().anyMatch(inventory -> inventory.isOwn(operation, id));
    }
}
