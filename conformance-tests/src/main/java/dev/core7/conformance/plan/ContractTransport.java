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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends nothing: answers as the contract says a server would, so that a run can be walked through on paper. */
final class ContractTransport implements Transport {
    /** As many items as flows ask for by their place. */
    private static final int PAGE = 10;

    private static final int FIRST_ID = 1_000_000;

    private final Contract contract;
    private final Target target;

    /** The objects that were created on paper, by their paths. */
    private final Map<String, Made> made = new LinkedHashMap<>();

    ContractTransport(Contract contract, Target target) {
        this.contract = contract;
        this.target = target;
    }

    /** A run on paper. */
    static Report walkThrough(Contract contract, Target target, Selection selection, List<Behaviour> behaviours) {
        var paper = new ContractTransport(contract, target);
        return new Runner(contract, target, paper, selection, behaviours).walkThrough();
    }

    @Override
    public Response send(Request request) {
        return Paths.called(contract, request.method(), request.path(), Map.of())
                .map(operation -> answer(request, operation))
                .orElseGet(() -> empty(405));
    }

    private Response answer(Request request, Operation operation) {
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
        var path = Paths.withoutQuery(request.path());
        boolean creates =
                !operation.isSafe() && operation.success().links().stream().anyMatch(Link::cleanup);
        return answer(operation, request.path(), creates ? make(path, request.mark()) : path);
    }

    /** An object on paper: its id and the text that it shows. */
    private record Made(int id, String text) {}

    /** Creates an object in a list; answers its path. */
    private String make(String list, String text) {
        var object = new Made(FIRST_ID + made.size(), text);
        var path = list + object.id() + "/";
        made.put(path, object);
        return path;
    }

    private boolean mayCall(@Nullable Key key, Operation operation) {
        return key != null
                && key.holds(operation.scopes())
                && key.project()
                        .map(project -> project.equals(target.parameters().get("project_id")))
                        .orElse(true);
    }

    /** Whether a path leads to an object that the target names as one of another project. */
    private boolean isForeign(String path) {
        return target.other().stream()
                .flatMap(other -> other.objects().entrySet().stream())
                .anyMatch(lent ->
                        lent.getValue().stream().anyMatch(id -> path.contains("/" + lent.getKey() + "/" + id + "/")));
    }

    private static boolean isValid(Request request, MediaType body) {
        try {
            return request.body() != null
                    && body.schema().violations(Json.parse(request.body())).isEmpty();
        } catch (Json.NotJsonException e) {
            return false;
        }
    }

    private static Response empty(int status) {
        return new Response(status, Map.of(), new byte[0], false, Duration.ZERO);
    }

    /** @param object the path of the object or list that the answer shows */
    private Response answer(Operation operation, String path, String object) {
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

    /** The names of the fields that hold marks. */
    private Stream<String> texts() {
        return contract.operations().stream()
                .flatMap(operation -> operation.body().stream())
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().flag("x-free-text"))
                .map(Map.Entry::getKey);
    }

    /**
     * The example, as a created object shows itself if it is one; with links to other pages of the path that was asked for, and with a
     * page full of items, the created ones among them, if it has such.
     */
    private @Nullable Object linked(@Nullable Object example, String path, String object) {
        if (!(example instanceof Map<?, ?> body)) {
            return example;
        }
        var linked = new LinkedHashMap<Object, @Nullable Object>(body);
        if (made.containsKey(object)) {
            show(linked, made.get(object));
        }
        List.of("next", "previous").forEach(name -> linked.computeIfPresent(name, (n, url) -> target.url() + path));
        linked.computeIfPresent(
                "results",
                (n, items) -> ((List<?>) items).size() == 1 ? page(((List<?>) items).get(0), object) : items);
        return linked;
    }

    private List<@Nullable Object> page(@Nullable Object item, String list) {
        var items = new ArrayList<@Nullable Object>(Collections.nCopies(PAGE, item));
        made.forEach((path, object) -> {
            if (path.equals(list + object.id() + "/") && item instanceof Map<?, ?> map) {
                var shown = new LinkedHashMap<Object, @Nullable Object>(map);
                show(shown, object);
                items.add(shown);
            }
        });
        return items;
    }

    private void show(Map<Object, @Nullable Object> shown, Made object) {
        shown.computeIfPresent("id", (name, id) -> object.id());
        texts().forEach(name -> shown.computeIfPresent(name, (n, text) -> object.text()));
    }
}
