package dev.core7.conformance.shard;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The exchanges and results of a shard, about the cases that they were about. */
final class ShardContents {
    private final Contract contract;
    private final Target target;
    private final Map<String, Case> cases = new HashMap<>();
    private final Map<String, Attempt> last = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();

    ShardContents(ShardHeader part, Contract contract, Target target, List<Case> cases) {
        this.contract = contract;
        this.target = target;
        cases.forEach(each -> this.cases.put(each.id(), each));
        part.json().objects("exchanges").forEach(json -> {
            var attempt = attempt(json);
            attempts.add(attempt);
            last.put(attempt.sent().id(), attempt);
        });
        part.json().objects("results").forEach(json -> results.add(result(json)));
    }

    List<Attempt> attempts() {
        return attempts;
    }

    List<Result> results() {
        return results;
    }

    /** The target of a shard; the values of its keys are not known, and nobody is going to send them. */
    static Target target(ShardHeader part) {
        var json = part.json().below("target");
        var keys = json.objects("keys").stream().map(ShardContents::key).toList();
        return new Target(json.text("url"), json.below("parameters").allTexts(), keys, Map.of(), Optional.empty());
    }

    private static Key key(JsonFields json) {
        return new Key(
                json.text("name"),
                "unknown",
                Set.copyOf(json.texts("scopes")),
                json.optionalText("project"),
                json.text("variable"));
    }

    /** The case that is told of: one that a case source makes, else the step of a flow, a request that tidied up, or one for the availability. */
    private Case sent(JsonFields json) {
        return cases.computeIfAbsent(json.text("case"), id -> {
            var parts = id.split("/", 2);
            var operation = contract.operation(parts[0])
                    .filter(known -> parts.length == 2)
                    .orElseThrow(() -> json.problem("case", "is " + id + ", no case of the contract's operations"));
            return Case.withLeastKey(target, operation, parts[1], purpose(parts[1]));
        });
    }

    private static Purpose purpose(String name) {
        return switch (name) {
            case Purpose.TidyUp.NAME -> new Purpose.TidyUp();
            case Purpose.Availability.NAME -> new Purpose.Availability();
            case Purpose.OwnObject.NAME -> new Purpose.OwnObject();
            default -> new Purpose.Step();
        };
    }

    private Attempt attempt(JsonFields json) {
        var sent = sent(json);
        var request = new Request(
                json.text("method"),
                json.text("path"),
                json.below("requestHeaders").allTexts(),
                json.optionalText("requestBody").orElse(null),
                key(json.text("key"), sent),
                json.text("mark"));
        if (json.has("problem")) {
            return new Unanswered(
                    sent,
                    request,
                    json.text("problem"),
                    json.flag("unreachable"),
                    json.number("tries"),
                    json.flag("isolated"));
        }
        var response = new Response(
                json.number("status"),
                json.below("headers").allLists(),
                json.parsed("body", Base64.getDecoder()::decode),
                json.flag("endless"),
                json.parsed("took", Duration::parse));
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

    private Result result(JsonFields json) {
        var sent = sent(json);
        return new Result(
                sent,
                json.text("check"),
                json.parsed("level", Level::valueOf),
                json.text("clause"),
                outcome(json),
                json.flag("sent") ? Optional.ofNullable(last.get(sent.id())) : Optional.empty());
    }

    private static Outcome outcome(JsonFields json) {
        var reason = json.text("reason");
        return switch (json.text("outcome")) {
            case "passed" -> Outcome.passed();
            case "failed" -> failed(json);
            case "not-applicable" -> new Outcome.NotApplicable(reason);
            case "excluded" -> new Outcome.Excluded(reason);
            case "not-proven" -> new Outcome.NotProven(reason);
            default -> throw json.problem("outcome", "is none that a shard can have");
        };
    }

    private static Outcome failed(JsonFields json) {
        var findings = json.objects("findings").stream().map(Finding::of).toList();
        if (findings.isEmpty()) {
            throw json.problem("findings", "is empty, though the clause failed");
        }
        return new Outcome.Failed(findings);
    }
}
