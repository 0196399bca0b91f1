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

/** Reads one workflow. Rejects everything that the kit does not support, with its line. */
final class WorkflowReader {
    private static final int MAX_PAUSE_SECONDS = 60;

    private final Map<String, Clause> clauses;
    private final Map<String, Input> inputs;
    private final Optional<YamlNode> components;
    private final Predicate<String> operations;

    /**
     * @param inputs where inputs come from, by name
     * @param operations tests whether the contract contains an operation
     */
    WorkflowReader(
            Map<String, Clause> clauses,
            Map<String, Input> inputs,
            Optional<YamlNode> components,
            Predicate<String> operations) {
        this.operations = operations;
        this.clauses = clauses;
        this.inputs = inputs;
        this.components = components;
    }

    Workflow read(YamlNode node) {
        FlowSyntax.allowKeys(
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
        var nodes = node.need("steps", "add the requests of the workflow").list();
        nodes.forEach(step -> steps.add(step(step, common)));
        if (steps.isEmpty()) {
            throw node.problem("a workflow needs at least one step");
        }
        var workflow = new Workflow(
                node.need("workflowId", "name the workflow").text(),
                node.field("inputs").map(this::inputs).orElse(List.of()),
                node.field("dependsOn").map(YamlNode::texts).orElse(List.of()),
                steps);
        ReferenceCheck.check(workflow, nodes);
        return workflow;
    }

    private List<Input> inputs(YamlNode node) {
        var schema = node.field("$ref").map(this::component).orElse(node);
        var read = new ArrayList<Input>();
        schema.field("properties")
                .ifPresent(properties -> properties.mapping().forEach((name, property) -> {
                    var type = property.need("type", "add string or integer").text();
                    read.add(inputs.getOrDefault(name, Input.ofRun(name)).withType(type));
                }));
        return read;
    }

    private YamlNode component(YamlNode reference) {
        var pointer = reference.text();
        String below = "#/components/";
        return components
                .filter(c -> pointer.startsWith(below))
                .flatMap(c -> c.at("/" + pointer.substring(below.length())))
                .orElseThrow(() -> reference.problem("cannot resolve the reference " + pointer));
    }

    private Step step(YamlNode node, List<Step.Parameter> common) {
        FlowSyntax.allowKeys(
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
        var outputs = new LinkedHashMap<String, RuntimeExpression>();
        node.field("outputs")
                .ifPresent(all -> all.mapping()
                        .forEach((name, value) -> outputs.put(
                                name, FlowSyntax.parse(value, () -> RuntimeExpression.parse(value.text())))));
        var link = node.field("x-operation").map(WorkflowReader::link);
        var operation =
                node.need(link.isPresent() ? "x-follows" : "operationId", "name the operation that the step calls");
        if (!operations.test(operation.text())) {
            throw operation.problem(operation.text() + " is not an operation of the contract");
        }
        return new Step(
                node.need("stepId", "name the step").text(),
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

    private static RuntimeExpression link(YamlNode node) {
        FlowSyntax.allowKeys(node, "url", "method");
        var method = node.need("method", "add get, because links are only read");
        if (!method.text().equalsIgnoreCase("get")) {
            throw method.problem("the kit supports only get for links");
        }
        var url = node.need("url", "add the expression for the URL to follow");
        return FlowSyntax.parse(url, () -> RuntimeExpression.parse(url.text()));
    }

    private static List<Step.Parameter> parameters(YamlNode node) {
        var parameters = new ArrayList<Step.Parameter>();
        for (YamlNode parameter : node.field("parameters").map(YamlNode::list).orElse(List.of())) {
            FlowSyntax.allowKeys(parameter, "name", "in", "value");
            var in = parameter.need("in", "add path, query or header");
            if (!List.of("path", "query", "header").contains(in.text())) {
                throw in.problem("expected path, query or header, got " + in.text());
            }
            var value = parameter.need("value", "add a literal or a runtime expression");
            parameters.add(new Step.Parameter(
                    parameter.need("name", "name the parameter").text(),
                    in.text(),
                    FlowSyntax.parse(value, () -> Template.parse(value.value()))));
        }
        return parameters;
    }

    private static Template payload(YamlNode node) {
        FlowSyntax.allowKeys(node, "contentType", "payload");
        var type = node.need("contentType", "add application/json");
        if (!type.text().equals("application/json")) {
            throw type.problem("the kit supports only application/json in flows");
        }
        var payload = node.need("payload", "add the request body");
        return FlowSyntax.parse(payload, () -> Template.parse(payload.value()));
    }

    private List<Criterion> criteria(YamlNode step) {
        var criteria = new ArrayList<Criterion>();
        for (YamlNode node : step.need("successCriteria", "add the conditions that the response must meet")
                .list()) {
            FlowSyntax.allowKeys(node, "condition", "context", "type", "x-clause");
            var name = node.need("x-clause", "name the clause that the criterion checks");
            var clause = Optional.ofNullable(clauses.get(name.text()))
                    .orElseThrow(() -> name.problem("unknown clause " + name.text() + "; x-clauses contains "
                            + String.join(", ", clauses.keySet())));
            criteria.add(new Criterion(clause, condition(node)));
        }
        if (criteria.isEmpty()) {
            throw step.problem("a step needs at least one criterion");
        }
        return criteria;
    }

    private static Step.Precondition precondition(YamlNode node) {
        FlowSyntax.allowKeys(node, "condition", "context", "type", "because");
        return new Step.Precondition(
                condition(node),
                node.need("because", "say why the step does not apply otherwise")
                        .text());
    }

    private static Step.StillWorking stillWorking(YamlNode node) {
        FlowSyntax.allowKeys(node, "stepId", "condition", "context", "type");
        return new Step.StillWorking(
                node.need("stepId", "name the step to send again").text(), condition(node));
    }

    private static Condition condition(YamlNode node) {
        var text = node.need("condition", "add the condition");
        var type = node.field("type").map(YamlNode::text).orElse("simple");
        if (type.equals("simple")) {
            return FlowSyntax.parse(text, () -> Condition.simple(text.text()));
        }
        var context = node.need("context", "name the value that a " + type + " condition checks");
        var checked = FlowSyntax.parse(context, () -> RuntimeExpression.parse(context.text()));
        return switch (type) {
            case "regex" -> FlowSyntax.parse(text, () -> Condition.regex(text.text(), checked));
            case "jsonpath" -> FlowSyntax.parse(text, () -> Condition.jsonPath(text.text(), checked));
            default -> throw node.problem("the kit supports simple, regex and jsonpath conditions, not " + type);
        };
    }

    private static Step.Retry retry(YamlNode node) {
        var actions = node.list();
        if (actions.size() != 1) {
            throw node.problem("expected exactly one retry; the kit supports no other actions");
        }
        var action = actions.get(0);
        FlowSyntax.allowKeys(action, "name", "type", "retryAfter", "retryLimit", "stepId", "x-still-working");
        var type = action.need("type", "add retry");
        if (!type.text().equals("retry")) {
            throw type.problem("the kit supports only retry, not " + type.text());
        }
        var after = action.need("retryAfter", "add the number of seconds before each repetition");
        var limit = action.need("retryLimit", "add the maximum number of repetitions");
        if (!(after.value() instanceof Number seconds) || !(limit.value() instanceof Integer times)) {
            throw action.problem("retryAfter must be a number of seconds, and retryLimit a whole number");
        }
        if (!(seconds.doubleValue() >= 0 && seconds.doubleValue() <= MAX_PAUSE_SECONDS) || times < 1) {
            throw action.problem("retryAfter must be from 0 to " + MAX_PAUSE_SECONDS + ", and retryLimit at least 1");
        }
        var pause = new BigDecimal(seconds.toString()).movePointRight(3).longValue();
        return new Step.Retry(
                action.need("name", "say what the step waits for").text(),
                Duration.ofMillis(pause),
                times,
                action.field("stepId").map(YamlNode::text),
                action.field("x-still-working").map(WorkflowReader::stillWorking));
    }
}
