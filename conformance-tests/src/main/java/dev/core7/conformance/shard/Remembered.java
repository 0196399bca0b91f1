package dev.core7.conformance.shard;

import static dev.core7.conformance.shard.Part.flag;
import static dev.core7.conformance.shard.Part.list;
import static dev.core7.conformance.shard.Part.text;
import static dev.core7.conformance.shard.Part.texts;

import dev.core7.conformance.run.Case;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Finding;
import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Keyring;
import dev.core7.conformance.run.Level;
import dev.core7.conformance.run.Outcome;
import dev.core7.conformance.run.Purpose;
import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Response;
import dev.core7.conformance.run.Result;
import dev.core7.conformance.run.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exchanges and results of a shard, about the cases that they were about. */
final class Remembered {
    private static final String TIDY_UP = "tidy-up";

    private final Contract contract;
    private final Target target;
    private final Map<String, Case> cases = new HashMap<>();
    private final Map<String, Exchange> last = new HashMap<>();
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();

    Remembered(Part part, Contract contract, Target target, List<Case> cases) {
        this.contract = contract;
        this.target = target;
        cases.forEach(each -> this.cases.put(each.id(), each));
        part.list("exchanges").forEach(json -> {
            var exchange = exchange(json);
            exchanges.add(exchange);
            last.put(exchange.sent().id(), exchange);
        });
        part.list("results").forEach(json -> results.add(result(json)));
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<Result> results() {
        return results;
    }

    /** The target of a shard; the values of its keys are not known, and nobody is going to send them. */
    static Target target(Part part) {
        var json = (Map<?, ?>) part.json().get("target");
        var keys = list(json, "keys").stream().map(Remembered::key).toList();
        return new Target(text(json, "url"), texts(json, "parameters"), keys, Map.of(), Optional.empty());
    }

    private static Key key(Map<?, ?> json) {
        var scopes = new HashSet<String>();
        ((List<?>) json.get("scopes")).forEach(scope -> scopes.add(scope.toString()));
        return new Key(
                text(json, "name"),
                "unknown",
                scopes,
                Optional.ofNullable(json.get("project")).map(Object::toString),
                text(json, "variable"));
    }

    /** The case of that id: one that a case source makes, else the step of a flow, or a request that tidied up. */
    private Case sent(String id) {
        return cases.computeIfAbsent(id, unknown -> {
            var parts = id.split("/", 2);
            var operation = contract.operation(parts[0])
                    .orElseThrow(() -> new InputException(
                            ShardFile.FILE_NAME + ": " + id + " is about no operation of the contract"));
            var purpose = parts[1].equals(TIDY_UP) ? new Purpose.TidyUp() : new Purpose.Step();
            return Case.of(
                    operation,
                    parts[1],
                    purpose,
                    new Keyring(target).least(operation).orElse(null));
        });
    }

    private Exchange exchange(Map<?, ?> json) {
        var sent = sent(text(json, "case"));
        var body = json.get("requestBody");
        var request = new Request(
                text(json, "method"),
                text(json, "path"),
                texts(json, "requestHeaders"),
                body == null ? null : body.toString(),
                key(text(json, "key"), sent),
                text(json, "mark"));
        var headers = new LinkedHashMap<String, List<String>>();
        ((Map<?, ?>) json.get("headers"))
                .forEach((name, values) -> headers.put(
                        name.toString(),
                        ((List<?>) values).stream().map(Object::toString).toList()));
        var response = new Response(
                Integer.parseInt(text(json, "status")),
                headers,
                Base64.getDecoder().decode(text(json, "body")),
                flag(json, "endless"),
                Duration.parse(text(json, "took")));
        return new Exchange(sent, request, response);
    }

    /** One of the target's; the case knows those that are altered. */
    private @Nullable Key key(String name, Case sent) {
        return name.isEmpty()
                ? null
                : target.keys().stream()
                        .filter(key -> key.name().equals(name))
                        .findFirst()
                        .orElse(sent.key());
    }

    private Result result(Map<?, ?> json) {
        var sent = sent(text(json, "case"));
        return new Result(
                sent,
                text(json, "check"),
                Level.valueOf(text(json, "level")),
                text(json, "clause"),
                outcome(json),
                flag(json, "sent") ? Optional.ofNullable(last.get(sent.id())) : Optional.empty());
    }

    private static Outcome outcome(Map<?, ?> json) {
        var reason = text(json, "reason");
        return switch (text(json, "outcome")) {
            case "passed" -> Outcome.passed();
            case "failed" ->
                new Outcome.Failed(((List<?>) json.get("findings"))
                        .stream()
                                .map(finding -> (List<?>) finding)
                                .map(f -> new Finding(
                                        f.get(0).toString(),
                                        f.get(1).toString(),
                                        f.get(2).toString()))
                                .toList());
            case "not-applicable" -> new Outcome.NotApplicable(reason);
            case "excluded" -> new Outcome.Excluded(reason);
            default -> new Outcome.NotProven(reason);
        };
    }
}
