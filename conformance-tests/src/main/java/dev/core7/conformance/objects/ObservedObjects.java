package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How responses have shown the objects that a run created, by themselves or in a list. */
final class ObservedObjects {
    private final CleanupLinks links;
    private final Map<String, Observation> byAddress = new HashMap<>();
    private final Map<String, Operation> lists = new HashMap<>();

    ObservedObjects(Contract contract, Target target) {
        this.links = new CleanupLinks(contract, target);
    }

    /**
     * How responses have shown an object.
     *
     * @param markPrefix the beginning of the marks of the run that created it
     * @param by the exchange that shows it; empty if no response has shown it yet
     */
    record Observation(Operation creator, String markPrefix, Recognition shown, Optional<Exchange> by) {}

    /** Observes an object from now on. */
    void expect(Operation creator, String address, String markPrefix) {
        byAddress.putIfAbsent(address, new Observation(creator, markPrefix, Recognition.UNCLEAR, Optional.empty()));
        lists.put(links.list(creator), creator);
    }

    /** Records that a list has shown the run's mark at a path that no create has returned. */
    void confirm(Operation creator, String address) {
        byAddress.put(address, new Observation(creator, "", Recognition.OURS, Optional.empty()));
    }

    /** Records how a response shows the objects. */
    void observe(Exchange exchange) throws Json.NotJsonException {
        var path = Paths.withoutQuery(exchange.request().path());
        if (byAddress.containsKey(path)) {
            note(path, exchange.response().json(), exchange);
        } else if (lists.containsKey(path)
                && exchange.response().json() instanceof Map<?, ?> page
                && page.get("results") instanceof List<?> items) {
            for (Object item : items) {
                links.address(lists.get(path), item).ifPresent(address -> note(address, item, exchange));
            }
        }
    }

    private void note(String address, @Nullable Object object, Exchange exchange) {
        var known = byAddress.get(address);
        if (known == null || object == null || known.shown() == Recognition.OURS) {
            return;
        }
        boolean sameAddress =
                links.address(known.creator(), object).map(address::equals).orElse(true);
        var shown = Recognition.of(object, known.creator(), known.markPrefix());
        if (sameAddress && shown != Recognition.UNCLEAR) {
            byAddress.put(address, new Observation(known.creator(), known.markPrefix(), shown, Optional.of(exchange)));
        }
    }

    /** How the object at a path was shown; empty if the run created none there. */
    Optional<Observation> at(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }
}
