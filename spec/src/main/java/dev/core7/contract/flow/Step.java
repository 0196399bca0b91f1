package dev.core7.contract.flow;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One call of a workflow.
 *
 * @param id unique in its workflow
 * @param description what it is for, in a sentence; may be empty
 * @param operationId the operation it calls
 * @param link the expression with the URL to follow instead of the operation's own path ({@code x-operation})
 * @param parameters what fills the path, the query and the headers, those of the workflow included
 * @param payload the body, where it sends one
 * @param criteria what has to hold of the answer
 * @param outputs name → what later steps may use of the answer
 * @param retry how it is repeated while a criterion does not hold
 * @param needs the inputs without which it is not sent ({@code x-needs})
 * @param onlyIf what has to hold before it, else it does not apply ({@code x-only-if})
 * @param concurrent whether it goes out at once with the concurrent step before or after it ({@code x-concurrent})
 */
public record Step(
        String id,
        String description,
        String operationId,
        Optional<Expression> link,
        List<Parameter> parameters,
        Optional<Template> payload,
        List<Criterion> criteria,
        Map<String, Expression> outputs,
        Optional<Retry> retry,
        List<String> needs,
        Optional<Precondition> onlyIf,
        boolean concurrent) {
    /** The collections are copied. */
    public Step {
        parameters = List.copyOf(parameters);
        criteria = List.copyOf(criteria);
        needs = List.copyOf(needs);
    }

    /** The names of the inputs that it uses. */
    public Set<String> inputs() {
        var inputs = new LinkedHashSet<>(needs);
        expressions(expression -> inputs.add(expression.input()));
        inputs.remove("");
        return inputs;
    }

    /** Whether one of its clauses is a MUST. */
    public boolean must() {
        return criteria.stream().anyMatch(criterion -> criterion.clause().must());
    }

    /** Shows every expression in it. */
    void expressions(Consumer<Expression> seen) {
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
     * One parameter of a call.
     *
     * @param in {@code path}, {@code query} or {@code header}
     */
    public record Parameter(String name, String in, Template value) {}

    /**
     * A condition on what is known before the step is sent.
     *
     * @param because why the step does not apply if the condition does not hold
     */
    public record Precondition(Condition condition, String because) {}

    /**
     * How a step is repeated, for what becomes true a little later.
     *
     * @param name what is waited for; an operation is waited for once in a run under each name
     * @param after the pause before each repetition
     * @param limit how often at most
     * @param first a step that is repeated before it, where there is one
     * @param stillWorking how the server shows after the last repetition that it needs more time ({@code x-still-working})
     */
    public record Retry(
            String name, Duration after, int limit, Optional<String> first, Optional<StillWorking> stillWorking) {}

    /**
     * How a server shows that it is still working: an earlier step is sent again, and its response meets a condition.
     *
     * @param step the step to send again
     */
    public record StillWorking(String step, Condition condition) {}
}
