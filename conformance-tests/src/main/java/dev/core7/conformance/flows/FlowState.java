package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.spi.Channel;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.flow.RuntimeExpression;
import dev.core7.contract.flow.Scope;
import dev.core7.contract.flow.Step;
import dev.core7.contract.flow.Workflow;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a workflow knows while it is played: its inputs and what its steps have put out. */
final class FlowState implements Scope {
    private final Inputs inputs;
    private final Map<String, Map<String, @Nullable Object>> outputs = new HashMap<>();
    private final Map<String, MissingValueException> unplayed = new HashMap<>();

    FlowState(Workflow workflow, Contract contract, Channel channel) {
        this.inputs = new Inputs(workflow, contract, channel);
    }

    /** Keeps why a step was not played, for those that build on it. */
    void forget(Step step, MissingValueException reason) {
        unplayed.put(step.id(), reason);
    }

    /** Keeps the outputs of a step. */
    void remember(Step step, Exchange exchange) {
        var answer = seeing(exchange);
        var values = new HashMap<String, @Nullable Object>();
        for (Map.Entry<String, RuntimeExpression> output : step.outputs().entrySet()) {
            try {
                values.put(output.getKey(), output.getValue().value(answer));
            } catch (MissingValueException e) {
                // Whoever needs it says so.
            }
        }
        outputs.put(step.id(), values);
    }

    @Override
    public @Nullable Object input(String name) throws MissingValueException {
        return inputs.value(name);
    }

    @Override
    public Object output(String step, String name) throws MissingValueException {
        if (unplayed.containsKey(step)) {
            throw unplayed.get(step);
        }
        var values = outputs.get(step);
        if (values == null) {
            throw new MissingValueException("the step " + step + " was not played");
        }
        var value = values.get(name);
        if (value == null) {
            throw new MissingValueException("the answer to the step " + step + " has no " + name);
        }
        return value;
    }

    /** The same memory with an answer before its eyes. */
    Scope seeing(Exchange exchange) {
        return new Answer(this, exchange.response(), body(exchange.response()));
    }

    private static @Nullable Object body(Response response) {
        if (response.isEmpty()) {
            return null;
        }
        try {
            return response.json();
        } catch (Json.NotJsonException e) {
            return response.text();
        }
    }

    private record Answer(
            FlowState memory, Response response, @Nullable Object body) implements Scope {
        @Override
        public @Nullable Object input(String name) throws MissingValueException {
            return memory.input(name);
        }

        @Override
        public @Nullable Object output(String step, String name) throws MissingValueException {
            return memory.output(step, name);
        }

        @Override
        public int status() {
            return response.status();
        }

        @Override
        public Optional<String> header(String name) {
            return response.header(name);
        }
    }
}
