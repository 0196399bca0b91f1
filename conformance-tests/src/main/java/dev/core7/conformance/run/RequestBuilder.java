package dev.core7.conformance.run;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Draft;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.objects.FieldPreconditions;
import dev.core7.conformance.objects.Inventory;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.objects.WritePermission;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds the request of a case from the contract's example, with real ids, the target's fixtures and the run's mark. */
final class RequestBuilder {
    private final Target target;
    private final Inventory inventory;
    private final WritePermission writePermission;
    private final String runId;

    RequestBuilder(Target target, Inventory inventory, WritePermission writePermission, String runId) {
        this.target = target;
        this.inventory = inventory;
        this.writePermission = writePermission;
        this.runId = runId;
    }

    /**
     * The request of a case.
     *
     * @throws MissingException if there is no object or fixture for it
     */
    Request build(Case sent) throws MissingException {
        var operation = sent.called();
        var path = path(sent, Map.of());
        String mark = mark(sent.id());
        var body = sent.purpose() instanceof Purpose.ReadBack ? null : body(operation, sent.example(), mark);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", MediaType.JSON);
        if (body != null) {
            headers.put("Content-Type", MediaType.JSON);
        }
        var draft = sent.change().apply(new Draft(operation.method(), operation.path(), path, Map.of(), headers, body));
        var needed = FieldPreconditions.of(operation, draft.body());
        if (!needed.isEmpty()) {
            draft = sent.change()
                    .apply(new Draft(
                            operation.method(), operation.path(), path(sent, needed), Map.of(), headers, body));
        }
        String filled = Paths.fill(draft.template(), draft.path());
        if (operation.isSafe()
                && !Request.isSafe(draft.method())
                && !writePermission.mayWriteOnceConfirmed(draft.method(), filled)) {
            throw new MissingException("no object to send " + draft.method() + " to, because the run created none:"
                    + " see the results of the operation that creates them");
        }
        var allHeaders = new LinkedHashMap<>(draft.headers());
        // A changed Accept header stays.
        allHeaders.replace("Accept", MediaType.JSON, operation.mediaType(draft.query()));
        boolean marked = draft.body() != null && draft.body().contains(mark);
        return new Request(
                draft.method(),
                filled + Paths.query(draft.query()),
                allHeaders,
                draft.body(),
                sent.key(),
                marked ? mark : "");
    }

    /** The path parameters of a case, for an object with the needed fields. */
    private Map<String, String> path(Case sent, Map<String, @Nullable Object> needed) throws MissingException {
        var parameters = inventory.parameters(sent, needed);
        if (!parameters.missing().isEmpty()) {
            throw new MissingException(parameters.missing());
        }
        return parameters.values();
    }

    /**
     * The mark of the case or behaviour {@code id}, which is unique to it and the run. It does not depend on other requests, so
     * that a run can be replayed.
     */
    String mark(String id) {
        return RunMarks.of(runId, id);
    }

    private @Nullable String body(Operation operation, Optional<String> example, String mark) throws MissingException {
        if (operation.body().isEmpty()) {
            return null;
        }
        var media = operation.body().get();
        Object value = media.examples().stream()
                .filter(e -> example.map(e.name()::equals).orElse(true))
                .findFirst()
                .map(Example::value)
                .orElse(Map.of());
        return Json.write(fill(value, media.schema(), mark));
    }

    /** The example with the fixtures that the contract requires, and the mark in its free text. */
    private @Nullable Object fill(@Nullable Object value, Schema schema, String mark) throws MissingException {
        var fixture = schema.text("x-fixture");
        if (fixture.isPresent()) {
            return fixtures(fixture.get()).get(0);
        }
        if (schema.flag("x-free-text")) {
            return mark;
        }
        if (value instanceof Map<?, ?> map) {
            var filled = new LinkedHashMap<String, @Nullable Object>();
            var properties = schema.properties();
            for (var field : map.entrySet()) {
                var name = field.getKey().toString();
                var property = properties.get(name);
                filled.put(name, property == null ? field.getValue() : fill(field.getValue(), property, mark));
            }
            return filled;
        }
        if (value instanceof List<?> list && schema.items().isPresent()) {
            var filled = new ArrayList<@Nullable Object>();
            for (Object item : list) {
                filled.add(fill(item, schema.items().get(), mark));
            }
            return filled;
        }
        return value;
    }

    private List<String> fixtures(String name) throws MissingException {
        var ids = target.fixtures().getOrDefault(name, List.of());
        if (ids.isEmpty()) {
            throw new MissingException("the request needs an existing object that no operation creates:"
                    + " add an id under fixtures." + name + " in the target file");
        }
        return ids;
    }

    /** The target lacks something that a case needs; the message says what, and how to supply it. */
    static final class MissingException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingException(String message) {
            super(message);
        }
    }
}
