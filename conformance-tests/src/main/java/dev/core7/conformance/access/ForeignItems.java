package dev.core7.conformance.access;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The items that the lists of another project show to its key. A server may number the objects of each project, or show the same
 * items everywhere: only those count that a whole list of the own project lacks, or all if no page of its list shows any of them.
 *
 * @param items id of the operation → id of the item → the item
 */
record ForeignItems(Map<String, Map<String, Map<?, ?>>> items) {
    /** Those that a run has read. */
    static ForeignItems in(Evidence evidence) {
        var items = new LinkedHashMap<String, Map<String, Map<?, ?>>>();
        evidence.exchanges().stream()
                .filter(exchange -> exchange.sent().purpose() instanceof Purpose.OwnItemsElsewhere)
                .forEach(exchange -> items.computeIfAbsent(id(exchange), id -> new LinkedHashMap<>())
                        .putAll(items(exchange)));
        var own = evidence.exchanges().stream()
                .filter(exchange -> items.containsKey(id(exchange)))
                .filter(exchange -> exchange.sent().purpose().isDocumented()
                        && !exchange.request().path().contains("?"))
                .collect(Collectors.groupingBy(ForeignItems::id));
        items.forEach((operation, theirs) -> removeShared(theirs, own.getOrDefault(operation, List.of())));
        return new ForeignItems(items);
    }

    /** The items of the list that an operation returns, by their ids. */
    Map<String, Map<?, ?>> of(Operation operation) {
        return items.getOrDefault(operation.id(), Map.of());
    }

    private static void removeShared(Map<String, Map<?, ?>> theirs, List<Exchange> own) {
        var shown = own.stream().map(ForeignItems::items).map(Map::keySet).toList();
        if (shown.stream().allMatch(ids -> ids.stream().noneMatch(theirs::containsKey))) {
            return;
        }
        var whole = own.stream()
                .filter(ForeignItems::isWhole)
                .map(ForeignItems::items)
                .<Set<String>>map(Map::keySet)
                .toList();
        theirs.keySet().removeIf(id -> whole.stream().allMatch(ids -> ids.contains(id)));
    }

    private static String id(Exchange exchange) {
        return exchange.sent().called().id();
    }

    private static Map<String, Map<?, ?>> items(Exchange exchange) {
        var items = new LinkedHashMap<String, Map<?, ?>>();
        exchange.acceptedItems().orElse(List.of()).forEach(item -> {
            if (item instanceof Map<?, ?> object && !Page.id(object).isEmpty()) {
                items.put(Page.id(object), object);
            }
        });
        return items;
    }

    /** Whether a response shows all items of a list on one page. */
    private static boolean isWhole(Exchange exchange) {
        return exchange.acceptedObject()
                .filter(body -> body.containsKey(Page.NEXT) && body.get(Page.NEXT) == null)
                .isPresent();
    }
}
