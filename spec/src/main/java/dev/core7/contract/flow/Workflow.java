package dev.core7.contract.flow;

import java.util.List;
import java.util.Optional;

/**
 * A sequence of requests whose criteria check clauses.
 *
 * @param id kebab-case and stable, because the names of its cases start with it
 * @param dependsOn the workflows that must be complete before this one starts
 */
public record Workflow(String id, List<Input> inputs, List<String> dependsOn, List<Step> steps) {
    /** Copies the lists. */
    public Workflow {
        inputs = List.copyOf(inputs);
        dependsOn = List.copyOf(dependsOn);
        steps = List.copyOf(steps);
    }

    /** Returns the step with that id. The reader guarantees that it exists. */
    public Step step(String id) {
        return steps.stream().filter(step -> step.id().equals(id)).findFirst().orElseThrow();
    }

    /** Returns the input with that name. */
    public Optional<Input> input(String name) {
        return inputs.stream().filter(input -> input.name().equals(name)).findFirst();
    }
}
