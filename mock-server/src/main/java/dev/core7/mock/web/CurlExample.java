package dev.core7.mock.web;

import dev.core7.contract.Example;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.state.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes the documented request of an operation as a curl command for bash, with a key that holds exactly the required scopes.
 *
 * @param address the base URL of the mock, without a trailing slash
 * @param state the stored objects, so that the command names an existing one
 */
public record CurlExample(String address, Optional<State> state) {
    private static final String NUMBER = "1";
    private static final String UUID = "01900000-0000-7000-8000-000000000001";

    /** Returns the command for an operation. */
    public String command(Operation operation) {
        var words = new ArrayList<String>(List.of("curl", "-sS", "-i"));
        if (!operation.isSafe()) {
            words.addAll(List.of("-X", operation.method()));
        }
        words.addAll(
                List.of("-H", quote("Authorization: Bearer " + key(operation).text())));
        operation.body().flatMap(CurlExample::sample).ifPresent(body -> {
            words.addAll(List.of("-H", quote("Content-Type: " + MediaType.JSON)));
            // Not --data-binary, which reads a file if the body begins with @.
            words.addAll(List.of("--data-raw", quote(body)));
        });
        words.add(quote(address + path(operation)));
        return String.join(" ", words);
    }

    private static MockKey key(Operation operation) {
        var scopes = operation.scopes().isEmpty() ? List.of(MockKey.ALL) : List.copyOf(operation.scopes());
        return new MockKey(scopes, Optional.empty());
    }

    private static Optional<String> sample(MediaType body) {
        return body.examples().stream().findFirst().map(Example::value).map(Json::write);
    }

    private String path(Operation operation) {
        String path = operation.path();
        for (var parameter : parameters(operation).entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path;
    }

    /** Returns path parameters that exist: name → value. */
    public Map<String, String> parameters(Operation operation) {
        var parameters = new LinkedHashMap<String, String>();
        operation.pathParameters().forEach(parameter -> parameters.put(parameter.name(), id(operation, parameter)));
        return parameters;
    }

    private String id(Operation operation, Parameter parameter) {
        if (KnownIds.isParent(parameter)) {
            return parameter.name().equals(KnownIds.PROJECT) ? KnownIds.OWN_PROJECT : KnownIds.CURRENT;
        }
        return state.stream()
                .flatMap(stored ->
                        stored.seedIds(KnownIds.parents(KnownIds.OWN_PROJECT), listName(operation, parameter)).stream())
                .findFirst()
                .or(() -> Stream.of(NUMBER, UUID)
                        .filter(id -> KnownIds.exists(parameter, id))
                        .findFirst())
                .orElse(NUMBER);
    }

    /** Returns the path segment before an id: the list that contains the object. */
    private static String listName(Operation operation, Parameter parameter) {
        String before = operation.path().split("/\\{" + parameter.name() + "}", 2)[0];
        return before.substring(before.lastIndexOf('/') + 1);
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
