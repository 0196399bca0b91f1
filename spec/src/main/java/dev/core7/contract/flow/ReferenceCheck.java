package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks that a workflow refers only to declared inputs, and to earlier steps and their outputs. */
final class ReferenceCheck {
    private final Workflow workflow;
    private final Map<String, Set<String>> outputs = new HashMap<>();

    private ReferenceCheck(Workflow workflow) {
        this.workflow = workflow;
    }

    /** @param nodes the nodes of the workflow's steps, for the lines in error messages */
    static void check(Workflow workflow, List<YamlNode> nodes) {
        var references = new ReferenceCheck(workflow);
        for (int i = 0; i < nodes.size(); i++) {
            references.check(workflow.steps().get(i), nodes.get(i));
        }
    }

    private void check(Step step, YamlNode node) {
        step.needs().forEach(name -> checkInput(name, name, step, node));
        step.expressions(expression -> check(expression, step, node));
        if (outputs.put(step.id(), new HashSet<>(step.outputs().keySet())) != null) {
            throw node.problem("duplicate stepId " + step.id());
        }
        step.retry().flatMap(Step.Retry::first).ifPresent(first -> {
            if (first.equals(step.id()) || !outputs.containsKey(first)) {
                throw node.problem("step " + step.id() + " repeats " + first + ", which is not an earlier step");
            }
        });
        step.retry()
                .flatMap(Step.Retry::stillWorking)
                .map(Step.StillWorking::step)
                .ifPresent(again -> {
                    if (!outputs.containsKey(again)) {
                        throw node.problem("step " + step.id() + " sends " + again
                                + " again, which is neither this nor an earlier step");
                    }
                });
    }

    private void check(RuntimeExpression expression, Step step, YamlNode node) {
        if (!expression.input().isEmpty()) {
            checkInput(expression.input(), expression.toString(), step, node);
        }
        boolean known = outputs.getOrDefault(expression.step(), Set.of()).contains(expression.output());
        if (!expression.step().isEmpty() && !known) {
            throw node.problem(
                    "step " + step.id() + " uses " + expression + ", which is not an output of an earlier step");
        }
    }

    private void checkInput(String input, String reference, Step step, YamlNode node) {
        if (workflow.input(input).isEmpty()) {
            throw node.problem("step " + step.id() + " uses " + reference + ", which is not an input of the workflow");
        }
    }
}
