package dev.core7.mock.handler;

import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.routing.Route;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Adapts the contract's examples to requests. Bodies that are not examples stay as they are. */
final class ExampleBodies {
    /** Operation → example as JSON → its template; without examples in which nothing depends on the request. */
    private final Map<String, Map<String, ExampleTemplate>> templates = new ConcurrentHashMap<>();

    /**
     * Returns a response with the values that depend on the request.
     *
     * @param key supplies the key of the request
     */
    MockResponse adapt(MockRequest request, Route route, Supplier<Optional<MockKey>> key, MockResponse response) {
        if (response.body().isEmpty()) {
            return response;
        }
        var operation = route.operation(request.method());
        if (operation.isEmpty()) {
            return response;
        }
        var template = templates
                .computeIfAbsent(operation.get().id(), id -> templates(operation.get()))
                .get(response.body());
        return template == null ? response : response.withBody(template.fill(request, route, key));
    }

    private static Map<String, ExampleTemplate> templates(Operation operation) {
        var templates = new HashMap<String, ExampleTemplate>();
        Stream.concat(Stream.of(operation.success()), operation.errors().values().stream())
                .map(Response::json)
                .flatMap(Optional::stream)
                .forEach(json -> json.examples()
                        .forEach(example -> ExampleTemplate.of(operation, json, example)
                                .ifPresent(template -> templates.put(ExampleResponses.body(json, example), template))));
        return templates;
    }
}
