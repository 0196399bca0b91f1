package dev.core7.contract.flow;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A request of a workflow.
 *
 * @param id unique in its workflow
 * @param description the purpose of the request; may be empty
 * @param operationId the operation that it calls
 * @param link the expression for the URL to follow instead of the operation's path ({@code x-operation})
 * @param parameters the path, query and header parameters, including those of the workflow
 * @param payload the request body, if there is one
 * @param criteria the conditions that the response must meet
 * @param outputs name → expression for a value that later steps can use
 * @param retry how the step is repeated while a criterion is not met
 * @param needs inputs that are required to send the step ({@code x-needs})
 * @param onlyIf the condition under which the step applies ({@code x-only-if})
 * @param concurrent whether it is sent at the same time as the concurrent step before or after it ({@code x-concurrent})
 */
public record Step(
        String id,
        String description,
        String operationId,
        Optional<RuntimeExpression> link,
        List<Parameter> parameters,
        Optional<Template> payload,
        List<Criterion> criteria,
        Map<String, RuntimeExpression> outputs,
        Optional<Retry> retry,
        List<String> needs,
        Optional<Precondition> onlyIf,
        boolean concurrent) {
    /** Copies the lists. */
    public Step {
        parameters = List.copyOf(parameters);
        criteria = List.copyOf(criteria);
        needs = List.copyOf(needs);
    }

    /** Returns the names of the inputs that the step uses. */
    public Set<String> inputs() {
        var inputs = new LinkedHashSet<>(needs);
        expressions(expression -> inputs.add(expression.input()));
        inputs.remove("");
        return inputs;
    }

    /** Returns, in English, that the response has no value for an output, and what to do. */
    public String missingOutput(String name) {
        var expression = outputs.get(name);
        var location = expression == null ? name : expression.where();
        return location.matches("(/.*)?/\\d+(/.*)?")
                ? "the response contains no item that could be used as `" + name + "` (expected a value at " + location
                        + "). If the list is complete, add objects to the project; otherwise fix the response"
                : "the response contains no value that could be used as `" + name + "` (expected a value at " + location
                        + "). Fix the response";
    }

    /** Returns whether the level of one of the clauses is MUST. */
    public boolean must() {
        return criteria.stream().anyMatch(criterion -> criterion.clause().must());
    }

    /** Passes every expression of the step to {@code seen}. */
    void expressions(Consumer<RuntimeExpression> seen) {
        link.ifPresent(seen);
        parameters.forEach(parameter -> parameter.value().expressions(seen));
        payload.ifPresent(template -> template.expressions(seen));
        criteria.forEach(criterion -> criterion.condition().expressions(seen));
        onlyIf.ifPresent(only -> only.condition().expressions(seen));
        retry.flatMap(Retry::stillWorking)
                .ifPresent(working -> working.condition().expressions(seen));
        outputs.values().forEach(seen);
    }

    /**
     * A parameter of a request.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    public record Parameter(String name, String in, Template value) {}

    /**
     * A condition on inputs and earlier outputs.
     *
     * @param because why the step does not apply if the condition is not met
     */
    public record Precondition(Condition condition, String because) {}

    /**
     * Repetition of a step until its criteria are met.
     *
     * @param name what the step waits for; a run waits only once for each operation and name
     * @param after the pause before each repetition
     * @param limit the maximum number of repetitions
     * @param first an earlier step to repeat first, if there is one
     * @param stillWorking how to find out after the last repetition whether the server needs more time ({@code x-still-working})
     */
    public record Retry(
            String name, Duration after, int limit, Optional<String> first, Optional<StillWorking> stillWorking) {}

    /**
     * Detects that a server is still working: a step is sent again, and its response meets a condition.
     *
     * @param step the step to send again
     */
    public record StillWorking(String step, Condition condition) {}
}
