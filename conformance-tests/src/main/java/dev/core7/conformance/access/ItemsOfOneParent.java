package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An item that belongs to one object ({@code x-one-parent}) is in the list of this object only. */
@AutoService(Check.class)
public final class ItemsOfOneParent implements Check {
    private static final String EXTENSION = "x-one-parent";

    /** A list in the response, and the field that identifies its items. */
    private record Place(String list, String field) {}

    /**
     * For each operation and item the path of the list that showed it first. Shards may have run against servers of their own,
     * which give out the same ids.
     *
     * @param paths for each exchange those of its shard
     */
    private record Owners(Map<Exchange, Map<String, String>> paths) {
        static Owners of(Evidence evidence) {
            var paths = new IdentityHashMap<Exchange, Map<String, String>>();
            for (List<? extends Attempt> shard : evidence.shards()) {
                var ofShard = new HashMap<String, String>();
                for (Attempt attempt : shard) {
                    if (attempt instanceof Exchange exchange) {
                        paths.put(exchange, ofShard);
                        ids(exchange).forEach(id -> ofShard.putIfAbsent(key(exchange, id), path(exchange)));
                    }
                }
            }
            return new Owners(paths);
        }

        private static List<String> ids(Exchange exchange) {
            return place(exchange.sent().called())
                    .filter(place -> exchange.sent().purpose().isDocumented())
                    .map(place -> items(exchange, place).stream()
                            .flatMap(Optional::stream)
                            .toList())
                    .orElse(List.of());
        }

        /** The path of another list that showed the item before. */
        Optional<String> other(Exchange exchange, String id) {
            var ofShard = paths.getOrDefault(exchange, Map.of());
            return Optional.ofNullable(ofShard.get(key(exchange, id))).filter(path -> !path.equals(path(exchange)));
        }

        private static String key(Exchange exchange, String id) {
            return exchange.sent().called().id() + " " + id;
        }
    }

    @Override
    public String id() {
        return "items-of-one-parent";
    }

    @Override
    public Level level() {
        return Level.MUST;
    }

    @Override
    public String clause(Case sent) {
        return "no item of the list is in the list of another object too";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose().isDocumented() && place(sent.called()).isPresent();
    }

    @Override
    public boolean onlyWhereApplicable() {
        return true;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        var place = place(exchange.sent().called()).orElseThrow();
        var items = items(exchange, place);
        if (items.stream().allMatch(Optional::isEmpty)) {
            return new Outcome.NotApplicable("the response has no items with an id");
        }
        var owners = evidence.derived(Owners.class, Owners::of);
        var findings = new ArrayList<Finding>();
        for (int i = 0; i < items.size(); i++) {
            var id = items.get(i);
            var other = id.flatMap(text -> owners.other(exchange, text));
            if (other.isPresent()) {
                findings.add(new Finding(
                        JsonPointer.child(JsonPointer.child("/" + place.list(), i), place.field()),
                        "an item of " + path(exchange) + " only",
                        id.get() + ", which " + other.get() + " shows, too"));
            }
        }
        return Outcome.of(findings);
    }

    /** The path of the list, without the query; projects have other names. */
    private static String path(Exchange exchange) {
        return Paths.withoutSlash(Paths.withoutQuery(exchange.request().path()))
                .replaceFirst(".*/([^/]+/[^/]+/[^/]+)$", "$1");
    }

    private static List<Optional<String>> items(Exchange exchange, Place place) {
        var body = exchange.acceptedObject().map(object -> object.get(place.list()));
        return body.filter(List.class::isInstance)
                .map(list -> ((List<?>) list)
                        .stream()
                                .map(item -> item instanceof Map<?, ?> fields
                                        ? Paths.id(fields.get(place.field()))
                                        : Optional.<String>empty())
                                .toList())
                .orElse(List.of());
    }

    private static Optional<Place> place(Operation operation) {
        var success = operation.success();
        return success.observed().or(() -> success.json().map(MediaType::schema)).stream()
                .flatMap(schema -> schema.properties().entrySet().stream())
                .flatMap(list -> list.getValue().items().stream()
                        .flatMap(item -> item.properties().entrySet().stream())
                        .filter(field -> field.getValue().flag(EXTENSION))
                        .map(field -> new Place(list.getKey(), field.getKey())))
                .findFirst();
    }
}
