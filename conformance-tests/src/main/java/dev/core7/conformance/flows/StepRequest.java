package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.flow.Scope;
import dev.core7.contract.flow.Scope.MissingValueException;
import dev.core7.contract.flow.Step;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates the request of a step, with the values of inputs and earlier outputs. */
final class StepRequest {
    private final Case sent;
    private final Step step;
    private final Scope scope;
    private final Target target;

    StepRequest(Case sent, Step step, Scope scope, Target target) {
        this.sent = sent;
        this.step = step;
        this.scope = scope;
        this.target = target;
    }

    /**
     * Returns the request.
     *
     * @throws MissingValueException if the target file or an earlier step does not provide a value
     */
    Request write() throws MissingValueException {
        if (sent.key() == null) {
            throw new MissingValueException(Keyring.missing(sent.operation()));
        }
        var headers = new LinkedHashMap<String, String>();
        headers.put("Accept", sent.operation().mediaType(values("query")));
        headers.putAll(values("header"));
        String body = null;
        Object payload = null;
        if (step.payload().isPresent()) {
            payload = step.payload().get().fill(scope);
            body = Json.write(payload);
            headers.put("Content-Type", MediaType.JSON);
        }
        String path = step.link().isPresent()
                ? PageLink.path(String.valueOf(step.link().get().value(scope)), sent.operation(), target)
                : path();
        return new Request(sent.operation().method(), path, headers, body, sent.key(), mark(payload));
    }

    private String path() throws MissingValueException {
        var path = new LinkedHashMap<>(target.parameters());
        path.putAll(values("path"));
        for (Parameter parameter : sent.operation().pathParameters()) {
            if (!path.containsKey(parameter.name())) {
                throw new MissingValueException(
                        "parameter `" + parameter.name() + "` has no value: add it to the target file");
            }
        }
        return Paths.fill(sent.operation().path(), path) + Paths.query(values("query"));
    }

    private Map<String, String> values(String in) throws MissingValueException {
        var values = new LinkedHashMap<String, String>();
        for (Step.Parameter parameter : step.parameters()) {
            if (parameter.in().equals(in)) {
                Object value = parameter.value().fill(scope);
                if (value == null) {
                    throw new MissingValueException(
                            "parameter `" + parameter.name() + "` has no value: add it to the target file");
                }
                var text = Paths.text(value);
                if (in.equals("path") && text.length() > Paths.MAX_ID) {
                    throw new MissingValueException(
                            "parameter `" + parameter.name() + "` has no value, because the response"
                                    + " contains an id with more than " + Paths.MAX_ID + " characters");
                }
                values.put(parameter.name(), text);
            }
        }
        return values;
    }

    /** Returns the free text of the body, by which the kit recognizes the object. */
    private String mark(@Nullable Object payload) {
        Operation operation = sent.operation();
        return operation.body().stream()
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().flag("x-free-text"))
                .map(field -> payload instanceof Map<?, ?> map ? map.get(field.getKey()) : null)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse("");
    }
}
