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

/** The state of a workflow while it is executed: its inputs, and the outputs of its steps. */
final class FlowState implements Scope {
    private final Workflow workflow;
    private final Inputs inputs;
    private final Map<String, Map<String, @Nullable Object>> outputs = new HashMap<>();
    private final Map<String, MissingValueException> unplayed = new HashMap<>();

    FlowState(Workflow workflow, Contract contract, Channel channel) {
        this.workflow = workflow;
        this.inputs = new Inputs(workflow, contract, channel);
    }

    /** Records why a step was not sent, for the steps that use its outputs. */
    void forget(Step step, MissingValueException reason) {
        unplayed.put(step.id(), reason);
    }

    /** Records the outputs of a step. */
    void remember(Step step, Exchange exchange) {
        var answer = seeing(exchange);
        var values = new HashMap<String, @Nullable Object>();
        for (Map.Entry<String, RuntimeExpression> output : step.outputs().entrySet()) {
            try {
                values.put(output.getKey(), output.getValue().value(answer));
            } catch (MissingValueException e) {
                // A step that uses the output reports that it is missing.
            }
        }
        outputs.put(step.id(), values);
    }

    @Override
    public @Nullable Object input(String name) throws MissingValueException {
        return inputs.value(name);
    }

    @Override
    public String inputOrigin(String name) {
        return inputs.origin(name);
    }

    @Override
    public Object output(String step, String name) throws MissingValueException {
        if (unplayed.containsKey(step)) {
            throw unplayed.get(step);
        }
        var values = outputs.get(step);
        if (values == null) {
            throw new MissingValueException("step `" + step + "` was not sent");
        }
        var value = values.get(name);
        if (value == null) {
            throw new MissingValueException(
                    "step `" + step + "`: " + workflow.step(step).missingOutput(name));
        }
        return value;
    }

    /** Returns a scope with this state and a response. */
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
        public String inputOrigin(String name) {
            return memory.inputOrigin(name);
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
