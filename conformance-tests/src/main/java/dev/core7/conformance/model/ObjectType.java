package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Link;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind of object that a run can create: an operation that creates one and links to the one that tidies it up.
 *
 * @param creator the operation that creates; its path is that of the list
 * @param itemPath the path template of one object
 * @param shown the schema of an object in responses
 */
record ObjectType(Operation creator, String itemPath, Schema shown) {
    private static final String ID = "$response.body#/id";

    /** The kinds of objects of a contract. */
    static List<ObjectType> of(Contract contract) {
        var types = new ArrayList<ObjectType>();
        for (Operation operation : contract.operations()) {
            if (operation.isSafe()) {
                continue;
            }
            operation
                    .success()
                    .json()
                    .map(MediaType::schema)
                    .ifPresent(shown -> operation.success().links().stream()
                            .filter(link -> link.cleanup() && link.parameters().containsValue(ID))
                            .flatMap(link -> itemPath(link, contract).stream())
                            .filter(path -> path.startsWith(operation.path()))
                            .findFirst()
                            .ifPresent(path -> types.add(new ObjectType(operation, path, shown))));
        }
        return types;
    }

    private static Optional<String> itemPath(Link link, Contract contract) {
        return contract.operation(link.operationId()).map(Operation::path);
    }

    boolean creates(Operation operation) {
        return operation.id().equals(creator.id());
    }

    boolean lists(Operation operation) {
        return operation.isSafe() && operation.path().equals(creator.path());
    }

    /** Whether an operation is about one object as a whole. */
    boolean isAboutOne(Operation operation) {
        return operation.path().equals(itemPath);
    }

    /** Whether an operation is about one object or something below it. */
    boolean isBelowOne(Operation operation) {
        return operation.path().startsWith(itemPath);
    }

    /** The address of the list that a request belongs to, without a slash at its end. */
    String listAddress(Exchange exchange) {
        return address(exchange, segments(creator.path()).size());
    }

    /** The address of the object that a request is about; it identifies the object throughout the run. */
    String address(Exchange exchange) {
        return address(exchange, segments(creator.path()).size() + 1);
    }

    private static String address(Exchange exchange, int length) {
        var segments = segments(Paths.withoutQuery(exchange.request().path())).stream()
                .map(Paths::decode)
                .toList();
        return String.join("/", segments.subList(0, Math.min(length, segments.size())));
    }

    private static List<String> segments(String path) {
        return List.of(Paths.withoutSlash(path).split("/"));
    }

    /** The objects that an accepted response shows: JSON Pointer → object; none: it shows none. */
    Map<String, Map<?, ?>> objectsIn(Exchange exchange) {
        var operation = exchange.sent().called();
        boolean shows = lists(operation) || creates(operation) || isAboutOne(operation);
        if (!shows || !exchange.isAcceptedCall() || exchange.response().status() / 100 != 2) {
            return Map.of();
        }
        var body = body(exchange);
        var found = new LinkedHashMap<String, Map<?, ?>>();
        if (lists(operation)) {
            listProperty(operation).ifPresent(name -> {
                if (JsonPointer.find(body, name) instanceof List<?> items) {
                    for (int i = 0; i < items.size(); i++) {
                        if (items.get(i) instanceof Map<?, ?> item) {
                            found.put(JsonPointer.child(name, i), item);
                        }
                    }
                }
            });
        } else if (body instanceof Map<?, ?> object) {
            found.put("", object);
        }
        return found;
    }

    /** The pointer to the array of objects in the body of a list. */
    private static Optional<String> listProperty(Operation list) {
        var schema = list.success().json().map(MediaType::schema);
        if (schema.flatMap(Schema::items).isPresent()) {
            return Optional.of("");
        }
        return schema.stream()
                .flatMap(s -> s.properties().entrySet().stream())
                .filter(p -> p.getValue()
                        .items()
                        .filter(i -> i.properties().containsKey("id"))
                        .isPresent())
                .map(p -> JsonPointer.child("", p.getKey()))
                .findFirst();
    }

    /** The body of a response as a plain value; null: it is not JSON. */
    static @Nullable Object body(Exchange exchange) {
        try {
            return exchange.response().isEmpty() ? null : exchange.response().json();
        } catch (Json.NotJsonException e) {
            return null;
        }
    }
}
