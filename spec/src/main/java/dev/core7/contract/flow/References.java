package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether what a workflow's requests, criteria and outputs name is there: inputs that are declared, outputs of steps before. */
final class References {
    private final Workflow workflow;
    private final Map<String, Set<String>> outputs = new HashMap<>();

    private References(Workflow workflow) {
        this.workflow = workflow;
    }

    /** @param nodes those of the workflow's steps, which are complained of with their lines */
    static void check(Workflow workflow, List<YamlNode> nodes) {
        var references = new References(workflow);
        for (int i = 0; i < nodes.size(); i++) {
            references.check(workflow.steps().get(i), nodes.get(i));
        }
    }

    private void check(Step step, YamlNode node) {
        step.needs().forEach(name -> checkInput(name, name, step, node));
        step.expressions(expression -> check(expression, step, node));
        if (outputs.put(step.id(), new HashSet<>(step.outputs().keySet())) != null) {
            throw node.problem("two steps are named " + step.id());
        }
        step.retry().flatMap(Step.Retry::first).ifPresent(first -> {
            if (first.equals(step.id()) || !outputs.containsKey(first)) {
                throw node.problem("the step " + step.id() + " repeats " + first + ", which is no step before it");
            }
        });
        step.retry()
                .flatMap(Step.Retry::stillWorking)
                .map(Step.StillWorking::step)
                .ifPresent(sign -> {
                    if (!outputs.containsKey(sign)) {
                        throw node.problem(
                                "the step " + step.id() + " sends " + sign + " again, which is no step up to it");
                    }
                });
    }

    private void check(Expression expression, Step step, YamlNode node) {
        if (!expression.input().isEmpty()) {
            checkInput(expression.input(), expression.toString(), step, node);
        }
        boolean known = outputs.getOrDefault(expression.step(), Set.of()).contains(expression.output());
        if (!expression.step().isEmpty() && !known) {
            throw node.problem("the step " + step.id() + " names " + expression + ", which no step before it puts out");
        }
    }

    private void checkInput(String input, String named, Step step, YamlNode node) {
        if (workflow.input(input).isEmpty()) {
            throw node.problem("the step " + step.id() + " names " + named + ", which is no input of the workflow");
        }
    }
}
