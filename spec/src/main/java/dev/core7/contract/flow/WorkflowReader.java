package dev.core7.contract.flow;

import dev.core7.contract.YamlNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads one workflow; whatever the kit does not execute is refused with its line. */
final class WorkflowReader {
    private static final int LONGEST_PAUSE = 60;

    private final Map<String, Clause> clauses;
    private final Map<String, Input> supplies;
    private final Optional<YamlNode> components;
    private final Predicate<String> operations;

    /**
     * @param supplies where inputs are taken from, by name
     * @param operations whether a step may call that operation
     */
    WorkflowReader(
            Map<String, Clause> clauses,
            Map<String, Input> supplies,
            Optional<YamlNode> components,
            Predicate<String> operations) {
        this.operations = operations;
        this.clauses = clauses;
        this.supplies = supplies;
        this.components = components;
    }

    Workflow read(YamlNode node) {
        Keys.only(
                node,
                "workflowId",
                "summary",
                "description",
                "inputs",
                "dependsOn",
                "parameters",
                "steps",
                "x-security");
        var common = parameters(node);
        var steps = new ArrayList<Step>();
        var nodes = node.need("steps", "the calls of the workflow").list();
        nodes.forEach(step -> steps.add(step(step, common)));
        if (steps.isEmpty()) {
            throw node.problem("a workflow needs a step");
        }
        var workflow = new Workflow(
                node.need("workflowId", "a name for the workflow").text(),
                node.field("inputs").map(this::inputs).orElse(List.of()),
                node.field("dependsOn").map(YamlNode::texts).orElse(List.of()),
                steps);
        References.check(workflow, nodes);
        return workflow;
    }

    private List<Input> inputs(YamlNode node) {
        var schema = node.field("$ref").map(this::component).orElse(node);
        var inputs = new ArrayList<Input>();
        schema.field("properties")
                .ifPresent(properties -> properties.mapping().forEach((name, property) -> {
                    var type = property.need("type", "string or integer").text();
                    inputs.add(supplies.getOrDefault(name, Input.ofTheRun(name)).ofType(type));
                }));
        return inputs;
    }

    private YamlNode component(YamlNode reference) {
        var pointer = reference.text();
        String below = "#/components/";
        return components
                .filter(c -> pointer.startsWith(below))
                .flatMap(c -> c.at("/" + pointer.substring(below.length())))
                .orElseThrow(() -> reference.problem("nothing is found at " + pointer));
    }

    private Step step(YamlNode node, List<Step.Parameter> common) {
        Keys.only(
                node,
                "stepId",
                "description",
                "operationId",
                "parameters",
                "requestBody",
                "successCriteria",
                "onFailure",
                "outputs",
                "x-operation",
                "x-follows",
                "x-needs",
                "x-only-if",
                "x-concurrent");
        var parameters = new ArrayList<>(common);
        parameters.addAll(parameters(node));
        var outputs = new LinkedHashMap<String, Expression>();
        node.field("outputs")
                .ifPresent(all -> all.mapping()
                        .forEach((name, value) ->
                                outputs.put(name, Keys.parsed(value, () -> Expression.parse(value.text())))));
        var link = node.field("x-operation").map(WorkflowReader::link);
        var operation = node.need(link.isPresent() ? "x-follows" : "operationId", "the operation that the step calls");
        if (!operations.test(operation.text())) {
            throw operation.problem(operation.text() + " is no operation of the contract");
        }
        return new Step(
                node.need("stepId", "a name for the step").text(),
                node.field("description").map(YamlNode::text).orElse(""),
                operation.text(),
                link,
                parameters,
                node.field("requestBody").map(WorkflowReader::payload),
                criteria(node),
                outputs,
                node.field("onFailure").map(WorkflowReader::retry),
                node.field("x-needs").map(YamlNode::texts).orElse(List.of()),
                node.field("x-only-if").map(WorkflowReader::precondition),
                node.field("x-concurrent").map(YamlNode::bool).orElse(false));
    }

    private static Expression link(YamlNode node) {
        Keys.only(node, "url", "method");
        var method = node.need("method", "get: links are only read");
        if (!method.text().equalsIgnoreCase("get")) {
            throw method.problem("get is expected: the kit follows links, it does not write to them");
        }
        var url = node.need("url", "the expression with the URL to follow");
        return Keys.parsed(url, () -> Expression.parse(url.text()));
    }

    private static List<Step.Parameter> parameters(YamlNode node) {
        var parameters = new ArrayList<Step.Parameter>();
        for (YamlNode parameter : node.field("parameters").map(YamlNode::list).orElse(List.of())) {
            Keys.only(parameter, "name", "in", "value");
            var in = parameter.need("in", "path, query or header");
            if (!List.of("path", "query", "header").contains(in.text())) {
                throw in.problem("path, query or header is expected, not " + in.text());
            }
            var value = parameter.need("value", "a literal or a runtime expression");
            parameters.add(new Step.Parameter(
                    parameter.need("name", "the parameter's name").text(),
                    in.text(),
                    Keys.parsed(value, () -> Template.parse(value.value()))));
        }
        return parameters;
    }

    private static Template payload(YamlNode node) {
        Keys.only(node, "contentType", "payload");
        var type = node.need("contentType", "application/json");
        if (!type.text().equals("application/json")) {
            throw type.problem("application/json is expected: the kit sends nothing else in a flow");
        }
        var payload = node.need("payload", "the body to send");
        return Keys.parsed(payload, () -> Template.parse(payload.value()));
    }

    private List<Criterion> criteria(YamlNode step) {
        var criteria = new ArrayList<Criterion>();
        for (YamlNode node :
                step.need("successCriteria", "what has to hold of the answer").list()) {
            Keys.only(node, "condition", "context", "type", "x-clause");
            var name = node.need("x-clause", "the clause that it shows, one of x-clauses");
            var clause = Optional.ofNullable(clauses.get(name.text()))
                    .orElseThrow(() -> name.problem("no such clause: " + name.text() + "; x-clauses has "
                            + String.join(", ", clauses.keySet())));
            criteria.add(new Criterion(clause, condition(node)));
        }
        if (criteria.isEmpty()) {
            throw step.problem("a step without a criterion shows nothing");
        }
        return criteria;
    }

    private static Step.Precondition precondition(YamlNode node) {
        Keys.only(node, "condition", "context", "type", "because");
        return new Step.Precondition(
                condition(node),
                node.need("because", "why the step does not apply otherwise").text());
    }

    private static Step.StillWorking stillWorking(YamlNode node) {
        Keys.only(node, "stepId", "condition", "context", "type");
        return new Step.StillWorking(
                node.need("stepId", "the step to send again").text(), condition(node));
    }

    private static Condition condition(YamlNode node) {
        var text = node.need("condition", "what has to hold");
        var type = node.field("type").map(YamlNode::text).orElse("simple");
        if (type.equals("simple")) {
            return Keys.parsed(text, () -> Condition.simple(text.text()));
        }
        var context = node.need("context", "what a " + type + " condition looks at");
        var looksAt = Keys.parsed(context, () -> Expression.parse(context.text()));
        return switch (type) {
            case "regex" -> Keys.parsed(text, () -> Condition.regex(text.text(), looksAt));
            case "jsonpath" -> Keys.parsed(text, () -> Condition.jsonPath(text.text(), looksAt));
            default -> throw node.problem("simple, regex or jsonpath is expected: the kit executes no " + type);
        };
    }

    private static Step.Retry retry(YamlNode node) {
        var actions = node.list();
        if (actions.size() != 1) {
            throw node.problem("one retry is expected: the kit executes no other action");
        }
        var action = actions.get(0);
        Keys.only(action, "name", "type", "retryAfter", "retryLimit", "stepId", "x-still-working");
        var type = action.need("type", "retry");
        if (!type.text().equals("retry")) {
            throw type.problem("retry is expected: the kit does not execute " + type.text());
        }
        var after = action.need("retryAfter", "seconds before each repetition");
        var limit = action.need("retryLimit", "how often at most");
        if (!(after.value() instanceof Number seconds) || !(limit.value() instanceof Integer times)) {
            throw action.problem("retryAfter is a number of seconds, retryLimit a whole number");
        }
        if (!(seconds.doubleValue() >= 0 && seconds.doubleValue() <= LONGEST_PAUSE) || times < 1) {
            throw action.problem("retryAfter is at least 0 and at most " + LONGEST_PAUSE + ", retryLimit at least 1");
        }
        var pause = new BigDecimal(seconds.toString()).movePointRight(3).longValue();
        return new Step.Retry(
                action.need("name", "what is waited for").text(),
                Duration.ofMillis(pause),
                times,
                action.field("stepId").map(YamlNode::text),
                action.field("x-still-working").map(WorkflowReader::stillWorking));
    }
}
