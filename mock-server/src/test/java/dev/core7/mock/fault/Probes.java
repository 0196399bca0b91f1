package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import dev.core7.mock.Project;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Requests to every operation, right and wrong in each way that a mock looks at, and what they are answered. */
public record Probes(MockServer mock, Contract contract) {
    /** The answer to each of an operation's probes, by name. */
    Map<String, String> answers(Operation operation) {
        var answers = new LinkedHashMap<String, String>();
        requests(operation).forEach((name, request) -> answers.put(name, text(request.get())));
        return answers;
    }

    /** Whether a probe of the operation is answered differently; the first one that is ends the search. */
    boolean differs(Operation operation, Map<String, String> right) {
        return requests(operation).entrySet().stream()
                .anyMatch(request -> !text(request.getValue().get()).equals(right.get(request.getKey())));
    }

    private Map<String, Supplier<Client.Answer>> requests(Operation operation) {
        String path = path(operation, "7");
        String method = operation.method();
        var documented = documented(operation);
        var requests = new LinkedHashMap<String, Supplier<Client.Answer>>();
        requests.put("granted", () -> least(operation).send(method, path));
        requests.put("granted as csv", () -> least(operation).send(method, path + "?format=csv"));
        requests.put("no key", () -> documented.send(method, path));
        requests.put("unknown key", () -> documented.key("phx_unknown").send(method, path));
        requests.put(
                "foreign key",
                () -> documented.key(mock.keyForProject("2", "*")).send(method, path));
        for (String scope : operation.scopes()) {
            requests.put(
                    "without " + scope, () -> documented.scopes(allBut(scope)).send(method, path));
        }
        requests.put("reading key", () -> documented.scopes(reading(operation)).send(method, path));
        requests.put("unknown id", () -> least(operation).send(method, path(operation, "900000000")));
        requests.put("not JSON", () -> least(operation).json("{").send(method, path));
        operation
                .body()
                .ifPresent(body -> requests.put(
                        "bad field",
                        () -> least(operation).json(withBadField(body)).send(method, path)));
        requests.put("other method", () -> documented.scopes("*").send("PUT", path));
        requests.put("read after", () -> Client.of(mock).scopes("*").send("GET", path));
        return requests;
    }

    Client least(Operation operation) {
        return documented(operation).scopes(operation.scopes().toArray(String[]::new));
    }

    /** Every scope but one and what includes it. */
    String[] allBut(String scope) {
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

    public Client documented(Operation operation) {
        var client = Client.of(mock);
        return operation
                .body()
                .map(body -> client.json(Json.write(body.examples().get(0).value())))
                .orElse(client);
    }

    /** The documented body, but for its last field, which is of a type that none is of. */
    private static String withBadField(MediaType body) {
        var fields = new LinkedHashMap<>(Project.fields(body.examples().get(0).value()));
        var names = List.copyOf(body.schema().properties().keySet());
        fields.put(names.get(names.size() - 1), Map.of("no", "such"));
        return Json.write(fields);
    }

    public static String path(Operation operation, String id) {
        return operation
                .path()
                .replace("{project_id}", "1")
                .replace("{organization_id}", "@current")
                .replace("{id}", id);
    }

    private static String text(Client.Answer answer) {
        var headers = Stream.of("Content-Type", "Allow", "Location")
                .map(name -> name + "=" + answer.header(name).orElse("absent"))
                .toList();
        return answer.status() + " " + headers + " " + answer.body();
    }
}
