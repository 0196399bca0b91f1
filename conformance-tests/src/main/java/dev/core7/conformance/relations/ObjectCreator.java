package dev.core7.conformance.relations;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.view.Page;
import dev.core7.contract.Example;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the objects of a relation from the first request example of the contract, with the mark in the free text. */
final class ObjectCreator {
    private static final Instant FIRST_DATE = Instant.parse("2026-03-01T12:00:00Z");

    private ObjectCreator() {}

    /** The fields of a request for the mark. */
    static List<String> markedFields(Operation creator) {
        return creator.body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().flag("x-free-text"))
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * Creates one object and returns its id.
     *
     * @param number the number of days to add to each date, so that objects have distinct values in the sort order
     */
    static String create(RelationExecution execution, Operation creator, String text, int number)
            throws StoppedException {
        return id(execution.write("create", creator, Map.of(), body(creator, text, number)));
    }

    /** The id of an object that an earlier relation has left, or else of a new one; {@code text} is the text of a new one. */
    static String takeOrCreate(RelationExecution execution, Operation creator, String text, int number)
            throws StoppedException {
        var left = execution.spares().take(creator.id());
        return left.isPresent() ? left.get() : create(execution, creator, text, number);
    }

    /** The id of the object in the response to a create. */
    static String id(Exchange created) throws StoppedException {
        return created.acceptedObject()
                .filter(body -> body.get("id") != null)
                .map(Page::id)
                .orElseThrow(() -> StoppedException.notApplicable(
                        created.sent().operation().id()
                                + " created no object, because it returned status "
                                + created.response().status() + ": see status-code"));
    }

    /** The fields of a request for the mark, each with the same text. */
    static Map<String, Object> texts(Operation operation, String text) {
        var fields = new LinkedHashMap<String, Object>();
        markedFields(operation).forEach(name -> fields.put(name, text));
        return fields;
    }

    /** The body of a request that creates an object. */
    static Map<String, @Nullable Object> body(Operation creator, String text, int number) {
        var media = creator.body().orElseThrow();
        var fields = new LinkedHashMap<String, @Nullable Object>();
        media.examples().stream().findFirst().map(Example::value).ifPresent(example -> {
            if (example instanceof Map<?, ?> map) {
                map.forEach((name, value) -> fields.put(name.toString(), value));
            }
        });
        fields.putAll(texts(creator, text));
        media.schema().properties().forEach((name, field) -> {
            if (fields.containsKey(name) && isDate(field)) {
                fields.put(name, FIRST_DATE.plus(number, ChronoUnit.DAYS).toString());
            }
        });
        return fields;
    }

    /** The request fields for date-times, each with the same moment. */
    static Map<String, Object> dates(Operation operation) {
        var fields = new LinkedHashMap<String, Object>();
        operation.body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> isDate(field.getValue()))
                .forEach(field -> fields.put(field.getKey(), FIRST_DATE.toString()));
        return fields;
    }

    private static boolean isDate(Schema field) {
        return field.text("format").filter("date-time"::equals).isPresent();
    }
}
