package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends the correct response with the key in it, with a listed value in another case, or with a wrong length. */
final class MessageFaults implements FaultFamily {
    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var operation = faults.operation();
        faults.add("key-echoed", "returns the key in a header", echoingKey());
        if (operation.isSafe() && operation.path().endsWith("}/")) {
            faults.add(
                    "head-length-wrong", "responds to HEAD with another Content-Length than to GET", changingLength());
        }
        operation
                .success()
                .json()
                .filter(json -> !json.examples().isEmpty())
                .ifPresent(json -> JsonEdit.Location.of(json.examples().get(0).value(), json.schema())
                        .forEach(location -> addOtherCase(faults, location)));
    }

    private static void addOtherCase(FaultCollector faults, JsonEdit.Location location) {
        boolean isListed = location.schema()
                .filter(schema -> schema.keyword("x-extensible-enum") instanceof List)
                .isPresent();
        if (isListed && location.value() instanceof String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            String other = lower.equals(text) ? text.toUpperCase(Locale.ROOT) : lower;
            faults.add(
                    "listed-value-in-other-case",
                    location.path(),
                    "returns " + location.path() + " in another case",
                    FaultBehaviors.changingResponse(JsonEdit.replace(location.pointer(), other)::in));
        }
    }

    private static FaultBehavior echoingKey() {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return refusal.isEmpty() ? response.withHeader("X-Api-Key", request.keyText()) : response;
            }
        };
    }

    private static FaultBehavior changingLength() {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return refusal.isEmpty() && request.method().equals("HEAD") && response.is(MediaType.JSON)
                        ? response.withBody(response.body() + " ")
                        : response;
            }
        };
    }
}
