package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Whether what a workflow's requests, criteria and outputs name is there: inputs that are declared, outputs of steps before. */
final class References {
    private final Workflow workflow;
    private final YamlNode node;
    private final Map<String, Set<String>> outputs = new HashMap<>();

    private References(Workflow workflow, YamlNode node) {
        this.workflow = workflow;
        this.node = node;
    }

    static void check(Workflow workflow, YamlNode node) {
        var references = new References(workflow, node);
        for (Step step : workflow.steps()) {
            references.check(step);
        }
    }

    private void check(Step step) {
        step.needs().forEach(name -> checkInput(name, name, step));
        step.expressions(expression -> check(expression, step));
        if (outputs.put(step.id(), new HashSet<>(step.outputs().keySet())) != null) {
            throw node.problem("two steps are named " + step.id());
        }
        step.retry().flatMap(Step.Retry::first).ifPresent(first -> {
            if (first.equals(step.id()) || !outputs.containsKey(first)) {
                throw node.problem("the step " + step.id() + " repeats " + first + ", which is no step before it");
            }
        });
    }

    private void check(Expression expression, Step step) {
        if (!expression.input().isEmpty()) {
            checkInput(expression.input(), expression.toString(), step);
        }
        boolean known = outputs.getOrDefault(expression.step(), Set.of()).contains(expression.output());
        if (!expression.step().isEmpty() && !known) {
            throw node.problem("the step " + step.id() + " names " + expression + ", which no step before it puts out");
        }
    }

    private void checkInput(String input, String named, Step step) {
        if (workflow.input(input).isEmpty()) {
            throw node.problem("the step " + step.id() + " names " + named + ", which is no input of the workflow");
        }
    }
}
