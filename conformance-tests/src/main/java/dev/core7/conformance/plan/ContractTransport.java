package dev.core7.conformance.plan;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.Link;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Returns the responses that the contract documents, without a server, so that a run can be planned. */
final class ContractTransport implements Transport {
    /** The number of items on a page; flows use items up to this index. */
    private static final int PAGE = 10;

    private static final int FIRST_ID = 1_000_000;

    private final Contract contract;
    private final Target target;

    /** The created objects by path. */
    private final Map<String, Created> created = new LinkedHashMap<>();

    ContractTransport(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /** Runs all cases and flows with the responses of the contract. */
    static Report dryRun(Contract contract, Target target, Selection selection, List<Behaviour> behaviours) {
        var transport = new ContractTransport(contract, target);
        return new Runner(contract, target, transport, selection, behaviours).dryRun();
    }

    @Override
    public Response send(Request request) {
        return Paths.called(contract, request.method(), request.path(), Map.of())
                .map(operation -> respond(request, operation))
                .orElseGet(() -> empty(405));
    }

    private Response respond(Request request, Operation operation) {
        if (!mayCall(request.key(), operation)) {
            return empty(403);
        }
        if (isForeign(request.path())) {
            return empty(404);
        }
        boolean valid = operation.body().map(body -> isValid(request, body)).orElse(true);
        if (!valid) {
            return empty(400);
        }
        var path = Paths.withoutQuery(request.path()).replaceFirst("/?$", "/");
        boolean creates =
                !operation.isSafe() && operation.success().links().stream().anyMatch(Link::cleanup);
        return respond(operation, request.path(), creates ? create(path, request.mark()) : path);
    }

    /** A created object: its id and the text of its free-text fields. */
    private record Created(int id, String text) {}

    /** Creates an object in a list and returns its path. */
    private String create(String list, String text) {
        var object = new Created(FIRST_ID + created.size(), text);
        var path = list + object.id() + "/";
        created.put(path, object);
        return path;
    }

    private boolean mayCall(@Nullable Key key, Operation operation) {
        return key != null
                && !key.revoked()
                && key.holds(operation.scopes())
                && key.project()
                        .map(project -> project.equals(target.parameters().get("project_id")))
                        .orElse(true);
    }

    /** Returns whether a path contains an object that the target lists under another project. */
    private boolean isForeign(String path) {
        return target.other().stream()
                .flatMap(other -> other.objects().entrySet().stream())
                .anyMatch(fixture -> fixture.getValue().stream()
                        .anyMatch(id -> path.contains("/" + fixture.getKey() + "/" + id + "/")));
    }

    private boolean isValid(Request request, MediaType body) {
        try {
            var bytes = request.bodyBytes();
            if (bytes.isEmpty()
                    || request.headers().getOrDefault("Content-Type", "").contains("urlencoded")) {
                return bytes.isPresent();
            }
            var sent = withoutKey(Json.parse(bytes.get()));
            return body.schema().violations(sent).isEmpty()
                    && !namesUnknownObject(sent, body)
                    && !hasOtherCase(sent, body.schema());
        } catch (Json.NotJsonException e) {
            return false;
        }
    }

    /** Returns whether a field refers to another object by a number that no object has. */
    private static boolean namesUnknownObject(@Nullable Object sent, MediaType body) {
        return sent instanceof Map<?, ?> fields
                && body.schema().properties().entrySet().stream()
                        .filter(field -> field.getValue().text("x-fixture").isPresent())
                        .anyMatch(field -> fields.get(field.getKey()) instanceof Number id
                                && (id.doubleValue() < 0 || id.doubleValue() > Integer.MAX_VALUE));
    }

    /** Returns whether a body contains a listed value in a case that is refused. */
    private static boolean hasOtherCase(@Nullable Object sent, Schema schema) {
        if (sent instanceof Map<?, ?> fields) {
            return schema.properties().entrySet().stream()
                    .anyMatch(field -> hasOtherCase(fields.get(field.getKey()), field.getValue()));
        }
        if (sent instanceof List<?> items) {
            return schema.items().stream()
                    .anyMatch(schemaOfItem -> items.stream().anyMatch(item -> hasOtherCase(item, schemaOfItem)));
        }
        return schema.flag("x-case-sensitive")
                && sent instanceof String text
                && schema.keyword("x-extensible-enum") instanceof List<?> listed
                && !listed.contains(text)
                && listed.stream().anyMatch(value -> text.equalsIgnoreCase(String.valueOf(value)));
    }

    /** Removes the field with the key, which is not a field of the object. */
    private @Nullable Object withoutKey(@Nullable Object body) {
        if (!(body instanceof Map<?, ?> fields)) {
            return body;
        }
        var others = new LinkedHashMap<Object, @Nullable Object>(fields);
        others.remove(contract.keyPlaces().get("body"));
        return others;
    }

    private static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0], false, Duration.ZERO);
    }

    /** @param object the path of the object or list that the response shows */
    private Response respond(Operation operation, String path, String object) {
        var body = operation.success().json().stream()
                .map(MediaType::examples)
                .flatMap(List::stream)
                .findFirst()
                .map(example ->
                        Json.write(linked(example.value(), path, object)).getBytes(StandardCharsets.UTF_8))
                .orElse(new byte[0]);
        var headers = Map.of("content-type", List.of(MediaType.JSON));
        return new Response(operation.success().status(), headers, body, false, Duration.ZERO);
    }

    /** Returns the names of the free-text fields, which contain marks. */
    private Stream<String> texts() {
        return contract.operations().stream()
                .flatMap(operation -> operation.body().stream())
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().flag("x-free-text"))
                .map(Map.Entry::getKey);
    }

    /**
     * Returns the example with the values of the created object at {@code object}. In a list, the links point to {@code path}, and a
     * single item becomes a full page that includes the created objects.
     */
    private @Nullable Object linked(@Nullable Object example, String path, String object) {
        if (!(example instanceof Map<?, ?> body)) {
            return example;
        }
        var linked = new LinkedHashMap<Object, @Nullable Object>(body);
        if (created.containsKey(object)) {
            show(linked, created.get(object));
        }
        List.of("next", "previous").forEach(name -> linked.computeIfPresent(name, (n, url) -> target.url() + path));
        linked.computeIfPresent(
                "results",
                (n, items) -> ((List<?>) items).size() == 1 ? page(((List<?>) items).get(0), object) : items);
        return linked;
    }

    private List<@Nullable Object> page(@Nullable Object item, String list) {
        var items = new ArrayList<@Nullable Object>(Collections.nCopies(PAGE, item));
        created.forEach((path, object) -> {
            if (path.equals(list + object.id() + "/") && item instanceof Map<?, ?> map) {
                var shown = new LinkedHashMap<Object, @Nullable Object>(map);
                show(shown, object);
                items.add(shown);
            }
        });
        return items;
    }

    private void show(Map<Object, @Nullable Object> shown, Created object) {
        shown.computeIfPresent("id", (name, id) -> object.id());
        texts().forEach(name -> shown.computeIfPresent(name, (n, text) -> object.text()));
    }
}
