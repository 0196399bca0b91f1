package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import dev.core7.mock.Project;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Valid and invalid requests to every operation, one for each check of the mock, and the responses. */
public record Probes(MockServer mock, Contract contract) {
    /** Returns the response to each probe of an operation, by name. */
    Map<String, String> answers(Operation operation) {
        var responses = new LinkedHashMap<String, String>();
        requests(operation).forEach((name, request) -> responses.put(name, text(request.get())));
        return responses;
    }

    /** Returns whether the response to any probe of an operation differs from the correct one. */
    boolean differs(Operation operation, Map<String, String> right) {
        return requests(operation).entrySet().stream()
                .anyMatch(request -> !text(request.getValue().get()).equals(right.get(request.getKey())));
    }

    private Map<String, Supplier<Client.Response>> requests(Operation operation) {
        String path = path(operation, "7");
        String method = operation.method();
        var documented = documented(operation);
        var requests = new LinkedHashMap<String, Supplier<Client.Response>>();
        String withoutScope = mock.key(allExcept(operation.scopes().iterator().next()));
        operation.tool().ifPresent(tool -> {
            requests.put("tools", () -> message(operation, "tools/list", "{}"));
            requests.put(
                    "tool",
                    () -> message(
                            operation,
                            "tools/call",
                            "{\"name\": \"" + tool.name() + "\", \"arguments\": {\"id\": 7, \"project_id\": 1}}"));
        });
        requests.put("head", () -> withRequiredScopes(operation).send("HEAD", path));
        for (String scope : operation.scopes()) {
            Supplier<Client> client = () -> documented.scopes(allExcept(scope));
            requests.put("head without " + scope, () -> client.get().send("HEAD", path));
            requests.put("no slash without " + scope, () -> client.get().send(method, path.replaceFirst("/$", "")));
            requests.put("csv without " + scope, () -> client.get().send(method, path + "?format=csv"));
            requests.put(
                    "other type without " + scope,
                    () -> client.get()
                            .header("Content-Type", "application/json; charset=utf-8")
                            .send(method, path));
        }
        requests.put("unknown key in the query", () -> documented.send(method, path + "?personal_api_key=phx_unknown"));
        requests.put(
                "key without scope in the query",
                () -> documented.send(method, path + "?personal_api_key=" + withoutScope));
        requests.put(
                "key without scope in the body",
                () -> documented
                        .json("{\"personal_api_key\": \"" + withoutScope + "\"}")
                        .send(method, path));
        requests.put("accepted", () -> withRequiredScopes(operation).send(method, path));
        requests.put("no slash", () -> withRequiredScopes(operation).send(method, path.replaceFirst("/$", "")));
        requests.put("accepted as csv", () -> withRequiredScopes(operation).send(method, path + "?format=csv"));
        requests.put("no key", () -> documented.send(method, path));
        requests.put("unknown key", () -> documented.key("phx_unknown").send(method, path));
        String known = mock.key(operation.scopes().toArray(String[]::new));
        Stream.of(
                        known.substring(0, known.length() - 1),
                        known + "0",
                        "0" + known,
                        known.substring(1),
                        known.toUpperCase(Locale.ROOT),
                        known + "0".repeat(2000),
                        mock.revokedKey("*"))
                .forEach(key -> requests.put(
                        "altered key " + key, () -> documented.key(key).send(method, path)));
        requests.put(
                "foreign key",
                () -> documented.key(mock.keyForProject("2", "*")).send(method, path));
        for (String scope : operation.scopes()) {
            requests.put(
                    "without " + scope,
                    () -> documented.scopes(allExcept(scope)).send(method, path));
        }
        requests.put("reading key", () -> documented.scopes(reading(operation)).send(method, path));
        requests.put("unknown id", () -> withRequiredScopes(operation).send(method, path(operation, "900000000")));
        requests.put("not JSON", () -> withRequiredScopes(operation).json("{").send(method, path));
        operation
                .body()
                .ifPresent(body -> requests.put(
                        "bad field",
                        () -> withRequiredScopes(operation)
                                .json(withBadField(body))
                                .send(method, path)));
        operation
                .body()
                .ifPresent(body -> unusualBodies(operation, body)
                        .forEach((name, json) -> requests.put(
                                name,
                                () -> withRequiredScopes(operation).json(json).send(method, path))));
        if (operation.isSafe()) {
            unusualQueries(operation)
                    .forEach(query -> requests.put(
                            query, () -> withRequiredScopes(operation).send(method, path + "?" + query)));
            requests.put("huge id", () -> withRequiredScopes(operation).send(method, path(operation, "2147483648")));
        }
        requests.put(
                "other method",
                () -> documented.scopes("*").send(operation.path().contains("{id}") ? "POST" : "PUT", path));
        requests.put("read after", () -> Client.withAllScopes(mock).send("GET", path));
        return requests;
    }

    /** Returns the documented request with exactly the required scopes. */
    Client withRequiredScopes(Operation operation) {
        return documented(operation).scopes(operation.scopes().toArray(String[]::new));
    }

    /** Returns all scopes except one and the one that includes it. */
    String[] allExcept(String scope) {
        String writing = scope.replace(":read", ":write");
        return contract.scopes().stream()
                .filter(other -> !other.equals(scope) && !other.equals(writing))
                .toArray(String[]::new);
    }

    private static String[] reading(Operation operation) {
        return operation.scopes().stream()
                .map(scope -> scope.replace(":write", ":read"))
                .toArray(String[]::new);
    }

    /** Returns the documented request without a key. */
    public Client documented(Operation operation) {
        var client = Client.of(mock);
        return operation
                .body()
                .map(body -> client.json(Json.write(body.examples().get(0).value())))
                .orElse(client);
    }

    /** Returns bodies with legal and illegal values of one field, and bodies that are not objects. */
    private static Map<String, String> unusualBodies(Operation operation, MediaType body) {
        var documented = Project.fields(body.examples().get(0).value());
        var bodies = new LinkedHashMap<String, String>();
        body.schema().properties().forEach((field, schema) -> {
            var values = new ArrayList<Object>(schema.enumeration());
            values.add(null);
            values.add(2_147_483_648L);
            values.add(Map.of("properties", "no such"));
            for (Object value : values) {
                var fields = new LinkedHashMap<>(documented);
                fields.put(field, value);
                bodies.put("body " + field + "=" + value, Json.write(fields));
            }
        });
        bodies.put("array as body", "[]");
        bodies.put("text as body", "\"text\"");
        bodies.put("replacement character", "{\"\uFFFD");
        return bodies;
    }

    private static List<String> unusualQueries(Operation operation) {
        var queries = new ArrayList<>(List.of("no_such_parameter=1"));
        operation.parameters().stream().filter(Parameter::inQuery).forEach(parameter -> {
            parameter.schema().enumeration().forEach(value -> queries.add(parameter.name() + "=" + value));
            queries.add(parameter.name() + "=-1");
        });
        return queries;
    }

    /** Returns the documented body with a wrong type in its last field. */
    private static String withBadField(MediaType body) {
        var fields = new LinkedHashMap<>(Project.fields(body.examples().get(0).value()));
        var names = List.copyOf(body.schema().properties().keySet());
        fields.put(names.get(names.size() - 1), Map.of("no", "such"));
        return Json.write(fields);
    }

    /** Returns the path of an operation with an id. */
    public static String path(Operation operation, String id) {
        return operation
                .path()
                .replace("{project_id}", "1")
                .replace("{organization_id}", "@current")
                .replace("{id}", id);
    }

    private static String text(Client.Response response) {
        var headers = Stream.of("Content-Type", "Content-Length", "Allow", "Location", "WWW-Authenticate", "X-Api-Key")
                .map(name -> name + "=" + response.header(name).orElse("absent"))
                .toList();
        return response.status() + " " + headers + " " + response.body();
    }

    /** Sends a message to the MCP endpoint. */
    private Client.Response message(Operation operation, String method, String params) {
        return withRequiredScopes(operation)
                .json("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"" + method + "\", \"params\": " + params + "}")
                .send("POST", "/mcp");
    }
}
