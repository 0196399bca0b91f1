package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sends the correct response in JSON that parsers interpret differently. */
final class NotationFaults implements FaultFamily {
    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        if (faults.operation().success().json().isPresent()) {
            add(faults, "name-repeated", "repeats the first property name in JSON", NotationFaults::repeatName);
            add(faults, "byte-order-mark", "begins JSON with a byte order mark", body -> "\uFEFF" + body);
        }
    }

    private static void add(FaultCollector faults, String variant, String description, UnaryOperator<String> change) {
        faults.add(
                "json-text-odd",
                variant,
                description,
                FaultBehaviors.changingResponse(
                        MediaType.JSON, response -> response.withBody(change.apply(response.body()))));
    }

    private static String repeatName(String body) {
        if (!(JsonEdit.parse(body) instanceof Map<?, ?> object) || object.isEmpty()) {
            return body;
        }
        var name = String.valueOf(object.keySet().iterator().next());
        return "{" + Json.write(name) + ":null," + body.strip().substring(1);
    }
}
