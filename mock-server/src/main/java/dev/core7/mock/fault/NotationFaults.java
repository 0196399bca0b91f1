package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.http.MockResponse;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sends the correct response in JSON that parsers interpret differently. */
final class NotationFaults implements FaultFamily {
    @Override
    public List<Fault> faults(Operation operation, Contract contract) {
        return operation.success().json().isEmpty()
                ? List.of()
                : List.of(
                        odd(operation, "name-repeated", "has its first name twice", NotationFaults::repeating),
                        odd(operation, "byte-order-mark", "begins with a byte order mark", body -> "\uFEFF" + body));
    }

    private static Fault odd(Operation operation, String variant, String how, UnaryOperator<String> change) {
        UnaryOperator<MockResponse> written =
                answer -> answer.is(MediaType.JSON) ? answer.withBody(change.apply(answer.body())) : answer;
        return FaultFamily.fault(operation, "json-text-odd", variant, "JSON " + how, FaultBehaviors.onGranted(written));
    }

    private static String repeating(String body) {
        if (!(JsonEdit.parse(body) instanceof Map<?, ?> object) || object.isEmpty()) {
            return body;
        }
        var name = String.valueOf(object.keySet().iterator().next());
        return "{" + Json.write(name) + ":null," + body.strip().substring(1);
    }
}
