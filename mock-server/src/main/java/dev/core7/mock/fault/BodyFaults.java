package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Schema;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.http.MockResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sends a body that is missing, malformed, of another media type or not the documented one. */
final class BodyFaults implements FaultFamily {
    private static final String HTML = "<!DOCTYPE html><title>Welcome</title><p>Please log in.";

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var success = faults.operation().success();
        success.content().keySet().forEach(mediaType -> {
            addMediaTypes(faults, mediaType);
            if (mediaType.equals(MediaType.JSON)) {
                // A CSV table without rows may be empty.
                addBodies(faults);
            }
        });
        success.observed().ifPresent(schema -> addObserved(faults, schema));
    }

    private static void addMediaTypes(FaultCollector faults, String documented) {
        String kind = "media-type-wrong";
        var others = documented.equals(MediaType.JSON)
                ? Map.of("html", "text/html", "plain", "text/plain")
                : Map.of("json", MediaType.JSON);
        new TreeMap<>(others)
                .forEach((variant, mediaType) -> add(
                        faults,
                        documented,
                        kind,
                        variant,
                        "declares the body as " + mediaType,
                        response -> response.withHeader(MockResponse.CONTENT_TYPE, mediaType)));
        add(
                faults,
                documented,
                kind,
                "none",
                "omits the Content-Type header",
                response -> response.withoutHeader(MockResponse.CONTENT_TYPE));
    }

    private static void add(
            FaultCollector faults,
            String documented,
            String kind,
            String variant,
            String description,
            UnaryOperator<MockResponse> change) {
        faults.add(
                kind,
                documented.equals(MediaType.JSON) ? variant : documented.replace('/', '-') + "/" + variant,
                description + " although " + documented + " is documented",
                FaultBehaviors.changingResponse(documented, change));
    }

    private static void addBodies(FaultCollector faults) {
        faults.add("body-missing", "sends an empty body instead of JSON", json(response -> response.withBody("")));
        faults.add("body-not-json", "truncated", "sends only half of the body", json(BodyFaults::half));
        faults.add(
                "body-not-json",
                "html",
                "sends an HTML page instead of JSON",
                json(response -> response.withBody("text/html", HTML)));
        faults.add(
                "body-not-json",
                "html-as-json",
                "sends an HTML page and declares it as JSON",
                json(response -> response.withBody(HTML)));
        faults.add("list-instead-of-object", "wraps the body in an array", json(BodyFaults::list));
    }

    private static FaultBehavior json(UnaryOperator<MockResponse> change) {
        return FaultBehaviors.changingResponse(MediaType.JSON, change);
    }

    /** Adds faults in a body that PostHog sends although the documentation shows none. */
    private static void addObserved(FaultCollector faults, Schema schema) {
        String kind = "observed-body-wrong";
        new TreeMap<>(Map.of("empty-object", Map.of(), "empty-list", List.of(), "text", "done"))
                .forEach((variant, value) -> {
                    if (!schema.violations(value).isEmpty()) {
                        String body = Json.write(value);
                        faults.add(
                                kind,
                                variant,
                                "sends " + body + " instead of the body that PostHog sends",
                                FaultBehaviors.changingResponse(response -> response.withBody(MediaType.JSON, body)));
                    }
                });
        faults.add(
                "observed-body-not-json",
                "sends a number that JSON does not have in the body that PostHog sends",
                FaultBehaviors.changingResponse(
                        response -> response.withBody(MediaType.JSON, "{\"results\": [], \"count\": NaN}")));
        faults.add(
                kind,
                "html",
                "sends an HTML page instead of the body that PostHog sends",
                FaultBehaviors.changingResponse(response -> response.withBody("text/html", HTML)));
    }

    private static MockResponse half(MockResponse response) {
        return response.withBody(response.body().substring(0, response.body().length() / 2));
    }

    private static MockResponse list(MockResponse response) {
        return response.withBody("[" + response.body() + "]");
    }
}
