package dev.core7.conformance.shard;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.recording.RecordedExchange;
import dev.core7.conformance.recording.RecordedTarget;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The exchanges and results of a shard, each with the case that it belongs to. */
final class ShardContents {
    private final Contract contract;
    private final Target target;
    private final Map<String, Case> cases = new HashMap<>();
    private final Map<String, Attempt> lastAttempts = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();

    ShardContents(ShardHeader header, Contract contract, Target target, List<Case> cases) {
        this.contract = contract;
        this.target = target;
        cases.forEach(each -> this.cases.put(each.id(), each));
        header.json().objects("exchanges").forEach(json -> {
            var attempt = attempt(json);
            attempts.add(attempt);
            lastAttempts.put(attempt.sent().id(), attempt);
        });
        header.json().objects("results").forEach(json -> results.add(result(json)));
    }

    /** Returns all requests of the shard in the order of sending. */
    List<Attempt> attempts() {
        return attempts;
    }

    /** Returns the results in the order of the report. */
    List<Result> results() {
        return results;
    }

    /** Returns the target of a shard. Its keys have no values, because a merge sends no requests. */
    static Target target(ShardHeader header) {
        return RecordedTarget.of(header.json().below("target"));
    }

    /** Returns the named case. If no case source creates it, the run itself has sent it: a flow, the cleanup or a probe. */
    private Case sent(JsonFields json) {
        return cases.computeIfAbsent(json.text("case"), id -> {
            var parts = id.split("/", 2);
            var operation = contract.operation(parts[0])
                    .filter(found -> parts.length == 2)
                    .orElseThrow(
                            () -> json.problem("case", "is " + id + ", not a case of an operation in the contract"));
            return Case.withMinimalKey(target, operation, parts[1], purpose(parts[1]));
        });
    }

    private static Purpose purpose(String name) {
        return switch (name) {
            case Purpose.TidyUp.NAME -> new Purpose.TidyUp();
            case Purpose.Availability.NAME -> new Purpose.Availability();
            case Purpose.OwnershipRead.NAME -> new Purpose.OwnershipRead();
            default ->
                name.startsWith(Purpose.McpMessage.PREFIX) && !name.endsWith(".read")
                        ? new Purpose.McpMessage()
                        : new Purpose.Step();
        };
    }

    private Attempt attempt(JsonFields json) {
        var sent = sent(json);
        var recorded = RecordedExchange.of(json);
        var request = recorded.request().request(key(recorded.request().key(), sent), json.text("mark"));
        return recorded.noResponse()
                .<Attempt>map(none -> new Unanswered(
                        sent, request, none.problem(), none.unreachable(), json.number("tries"), json.flag("isolated")))
                .orElseGet(() -> new Exchange(sent, request, recorded.response().orElseThrow()));
    }

    /** Returns the key of the target with that name. Altered keys are not part of the target, so they come from the case. */
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
                json.flag("sent") ? Optional.ofNullable(lastAttempts.get(sent.id())) : Optional.empty());
    }

    private static Outcome outcome(JsonFields json) {
        var reason = json.text("reason");
        return switch (json.text("outcome")) {
            case "passed" -> Outcome.passed();
            case "failed" -> failed(json);
            case "not-applicable" -> new Outcome.NotApplicable(reason);
            case "excluded" -> new Outcome.Excluded(reason);
            case "not-proven" -> new Outcome.NotProven(reason);
            default -> throw json.problem("outcome", "is not an outcome that a shard can contain");
        };
    }

    private static Outcome failed(JsonFields json) {
        var findings = json.objects("findings").stream().map(Finding::of).toList();
        if (findings.isEmpty()) {
            throw json.problem("findings", "is empty, but the outcome is \"failed\"");
        }
        return new Outcome.Failed(findings);
    }
}
