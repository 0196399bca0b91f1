package dev.core7.conformance.result;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the responses of a run have shown one field of the contract.
 *
 * @param field its path in the response, with {@code []} for the items of a list: {@code results[].created_by.id}
 * @param request the first request that showed it in this way; empty if there is none
 */
public record FieldEvidence(Operation operation, String field, Seen seen, String request) {
    /** How a field was shown. */
    public enum Seen {
        /** With a value. */
        VALUE,
        /** Only as null. */
        ONLY_NULL,
        /** Never. */
        NEVER
    }

    /** The evidence for every field of every operation's documented response, in the order of the contract. */
    public static List<FieldEvidence> of(List<Operation> operations, List<Exchange> exchanges) {
        var all = new ArrayList<FieldEvidence>();
        for (Operation operation : operations) {
            operation.success().json().map(MediaType::schema).ifPresent(schema -> {
                var seen = new LinkedHashMap<String, FieldEvidence>();
                exchanges.stream()
                        .filter(e -> e.sent().called().equals(operation) && e.isAcceptedCall())
                        .forEach(e -> collect(e, schema, seen));
                expected(schema, "", new HashSet<>())
                        .forEach(field ->
                                all.add(seen.getOrDefault(field, new FieldEvidence(operation, field, Seen.NEVER, ""))));
            });
        }
        return all;
    }

    private static void collect(Exchange exchange, Schema schema, Map<String, FieldEvidence> seen) {
        try {
            collect(exchange.response().json(), schema, "", exchange, seen);
        } catch (Json.NotJsonException e) {
            // A body that is not JSON shows no field.
        }
    }

    private static void collect(
            @Nullable Object value, Schema schema, String at, Exchange exchange, Map<String, FieldEvidence> seen) {
        if (value instanceof Map<?, ?> map) {
            schema.properties().forEach((name, property) -> {
                if (map.containsKey(name)) {
                    var field = at.isEmpty() ? name : at + "." + name;
                    var kind = map.get(name) == null ? Seen.ONLY_NULL : Seen.VALUE;
                    var request = exchange.request().method() + " "
                            + exchange.request().path();
                    seen.merge(
                            field,
                            new FieldEvidence(exchange.sent().called(), field, kind, request),
                            (old, now) -> old.seen() == Seen.VALUE ? old : now);
                    collect(map.get(name), property, field, exchange, seen);
                }
            });
        } else if (value instanceof List<?> list && schema.items().isPresent()) {
            list.forEach(item -> collect(item, schema.items().get(), at + "[]", exchange, seen));
        }
    }

    /** The fields of a schema. A recursive schema is followed only once. */
    private static List<String> expected(Schema schema, String at, Set<String> seen) {
        var fields = new ArrayList<String>();
        schema.properties().forEach((name, property) -> {
            if (!property.flag("writeOnly") && seen.add(property.pointer())) {
                var field = at.isEmpty() ? name : at + "." + name;
                fields.add(field);
                fields.addAll(expected(property, field, seen));
                seen.remove(property.pointer());
            }
        });
        schema.items().ifPresent(items -> fields.addAll(expected(items, at + "[]", seen)));
        return fields;
    }
}
