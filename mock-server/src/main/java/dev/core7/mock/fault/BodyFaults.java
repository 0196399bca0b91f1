package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import dev.core7.mock.http.MockResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sends a body that is missing, malformed, of another media type or not the documented one. */
final class BodyFaults implements FaultFamily {
    private static final String HTML = "<!DOCTYPE html><title>Welcome</title><p>Please log in.";

    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        var faults = new ArrayList<Fault>();
        operation.success().content().keySet().forEach(mediaType -> {
            faults.addAll(mediaTypes(operation, mediaType));
            faults.addAll(bodies(operation, mediaType));
        });
        operation.success().observed().ifPresent(schema -> faults.addAll(observed(operation, schema)));
        return faults;
    }

    private static List<Fault> mediaTypes(Operation operation, String mediaType) {
        String kind = "media-type-wrong";
        var faults = new ArrayList<Fault>();
        var others = mediaType.equals(MediaType.JSON)
                ? Map.of("html", "text/html", "plain", "text/plain")
                : Map.of("json", MediaType.JSON);
        others.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(other -> {
            UnaryOperator<MockResponse> change =
                    answer -> answer.withHeader(MockResponse.CONTENT_TYPE, other.getValue());
            faults.add(fault(operation, mediaType, kind, other.getKey(), "sends " + other.getValue(), change));
        });
        faults.add(fault(
                operation,
                mediaType,
                kind,
                "none",
                "sends no Content-Type",
                answer -> answer.withoutHeader(MockResponse.CONTENT_TYPE)));
        return faults;
    }

    private static List<Fault> bodies(Operation operation, String mediaType) {
        if (!mediaType.equals(MediaType.JSON)) {
            // A table without rows may be empty.
            return List.of();
        }
        return List.of(
                fault(operation, mediaType, "body-missing", "", "sends an empty body", a -> a.withBody("")),
                fault(operation, mediaType, "body-not-json", "truncated", "sends half of the body", BodyFaults::half),
                fault(
                        operation,
                        mediaType,
                        "body-not-json",
                        "html",
                        "sends a page",
                        a -> a.withBody("text/html", HTML)),
                fault(
                        operation,
                        mediaType,
                        "body-not-json",
                        "html-as-json",
                        "calls a page JSON",
                        a -> a.withBody(HTML)),
                fault(
                        operation,
                        mediaType,
                        "list-instead-of-object",
                        "",
                        "puts the body into a list",
                        BodyFaults::list));
    }

    private static Fault fault(
            Operation operation,
            String mediaType,
            String kind,
            String variant,
            String what,
            UnaryOperator<MockResponse> change) {
        var behavior = FaultBehaviors.onGranted(answer -> answer.is(mediaType) ? change.apply(answer) : answer);
        boolean main = mediaType.equals(MediaType.JSON);
        var name = new ArrayList<>(main ? List.of() : List.of(mediaType.replace('/', '-')));
        name.addAll(variant.isEmpty() ? List.of() : List.of(variant));
        String description = what + " where " + mediaType + " is documented";
        return name.isEmpty()
                ? FaultFamily.fault(operation, kind, description, behavior)
                : FaultFamily.fault(operation, kind, String.join("/", name), description, behavior);
    }

    /** Faults in a body that PostHog sends although the documentation shows none. */
    private static List<Fault> observed(Operation operation, Schema schema) {
        String kind = "observed-body-wrong";
        var faults = new ArrayList<Fault>();
        Map.of("empty-object", Map.of(), "empty-list", List.of(), "text", "done").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(body -> !schema.violations(body.getValue()).isEmpty())
                .forEach(body -> faults.add(FaultFamily.fault(
                        operation,
                        kind,
                        body.getKey(),
                        "sends " + Json.write(body.getValue()) + ", which PostHog does not",
                        FaultBehaviors.onGranted(a -> a.withBody(MediaType.JSON, Json.write(body.getValue()))))));
        faults.add(FaultFamily.fault(
                operation,
                kind,
                "html",
                "sends a page, which PostHog does not",
                FaultBehaviors.onGranted(answer -> answer.withBody("text/html", HTML))));
        return faults;
    }

    private static MockResponse half(MockResponse answer) {
        return answer.withBody(answer.body().substring(0, answer.body().length() / 2));
    }

    private static MockResponse list(MockResponse answer) {
        return answer.withBody("[" + answer.body() + "]");
    }
}
