package dev.core7.contract.flow;

import java.util.List;
import java.util.Optional;

/**
 * A sequence of calls that shows behaviour.
 *
 * @param id kebab-case and stable: the names of its cases begin with it
 * @param dependsOn the workflows that have to have run to their end before it
 */
public record Workflow(String id, List<Input> inputs, List<String> dependsOn, List<Step> steps) {
    /** The collections are copied. */
    public Workflow {
        inputs = List.copyOf(inputs);
        dependsOn = List.copyOf(dependsOn);
        steps = List.copyOf(steps);
    }

    /** The step of that id; the reader has checked that there is one. */
    public Step step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    /** The input of that name. */
    public Optional<Input> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }
}
