package dev.core7.conformance.mcp;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Contract;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.JsonValues;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Calls a tool that only reads, and its operation before and after it, because other clients may change the objects meanwhile.
 *
 * @param arguments the names of the arguments that the tool has
 */
record ToolReading(
        Channel channel,
        Contract contract,
        String behaviour,
        Operation operation,
        Set<String> arguments,
        McpSession session) {
    private static final String PROJECT = "project_id";
    private static final String LIMIT = "limit";
    private static final String ITEMS = "5";
    private static final String FIRST_ITEM = "$response.body#/results/0/";
    private static final int CUT = 300;

    /** The outcomes of the two clauses, and the exchange that shows them. */
    record Outcomes(Outcome called, Outcome result, Optional<Exchange> exchange) {
        static Outcomes both(Outcome outcome) {
            return new Outcomes(outcome, outcome, Optional.empty());
        }
    }

    Outcomes play() {
        boolean knowsProject =
                arguments.contains(PROJECT) || session.key().project().isPresent();
        var own = operation.pathParameters().stream()
                .map(Parameter::name)
                .filter(name -> !channel.target().parameters().containsKey(name))
                .toList();
        if (!own.isEmpty() && !knowsProject) {
            return Outcomes.both(new Outcome.NotApplicable("the tool has no " + PROJECT
                    + ", so it may use another project: use a key that is limited to the project"));
        }
        var ids = new LinkedHashMap<String, String>();
        for (String name : own) {
            var id = id(name);
            if (id.isEmpty()) {
                return Outcomes.both(
                        new Outcome.NotProven("no object that the tool could return: put one into the project"));
            }
            ids.put(name, id.get());
        }
        var before = knowsProject ? read(ids) : Optional.<Exchange>empty();
        var reply = session.call(operation, operation.tool().orElseThrow().name(), sent(ids));
        if (reply.result().isEmpty()) {
            return new Outcomes(reply.problem(), new Outcome.NotProven("the call has no result"), reply.exchange());
        }
        var result = reply.result().get();
        if (Boolean.TRUE.equals(result.get("isError"))) {
            String text = JsonValues.cut(McpSession.text(result));
            return new Outcomes(
                    Outcome.failed("/result/isError", "false", "true, with the text " + text),
                    new Outcome.NotProven("the call was refused"),
                    reply.exchange());
        }
        var judged = knowsProject
                ? compared(before, McpSession.object(result), read(ids))
                : new Outcome.NotApplicable(
                        "the tool may use another project: use a key that is limited to the project");
        return new Outcomes(Outcome.passed(), judged, reply.exchange());
    }

    private Map<String, Object> sent(Map<String, String> ids) {
        var sent = new LinkedHashMap<String, Object>();
        ids.forEach((name, id) -> sent.put(name, id.matches("\\d{1,15}") ? (Object) Long.valueOf(id) : id));
        if (hasLimit()) {
            sent.put(LIMIT, Integer.valueOf(ITEMS));
        }
        var project = channel.target().parameters().get(PROJECT);
        if (arguments.contains(PROJECT) && project != null) {
            sent.put(PROJECT, project);
        }
        return sent;
    }

    private boolean hasLimit() {
        return arguments.contains(LIMIT)
                && operation.parameters().stream()
                        .anyMatch(parameter ->
                                parameter.inQuery() && parameter.name().equals(LIMIT));
    }

    /** Returns the id of an object from the list whose link leads to the operation. */
    private Optional<String> id(String name) {
        for (Operation list : contract.operations()) {
            var pointer = list.success().links().stream()
                    .filter(link -> link.operationId().equals(operation.id()))
                    .map(link -> link.parameters().getOrDefault(name, ""))
                    .filter(expression -> expression.startsWith(FIRST_ITEM))
                    .map(expression -> expression.substring(expression.indexOf('#') + 1))
                    .findFirst();
            if (pointer.isPresent() && session.key().holds(list.scopes())) {
                return read(list, Map.of(), Map.of())
                        .flatMap(Exchange::acceptedObject)
                        .flatMap(body -> Paths.id(JsonPointer.find(body, pointer.get())));
            }
        }
        return Optional.empty();
    }

    private Optional<Exchange> read(Map<String, String> ids) {
        return read(operation, ids, hasLimit() ? Map.of(LIMIT, ITEMS) : Map.of());
    }

    private Optional<Exchange> read(Operation read, Map<String, String> ids, Map<String, String> query) {
        var target = channel.target();
        String path = Paths.fill(Paths.fill(read.path(), target.parameters()), ids) + Paths.query(query);
        Key key = session.key();
        var request = new Request("GET", path, Map.of("Accept", MediaType.JSON), null, key, "");
        var sent = Case.of(read, behaviour + ".read", new Purpose.Step(), key);
        return channel.send(List.of(new Channel.Sending(sent, request))).get(0).exchange();
    }

    private static Outcome compared(Optional<Exchange> before, Optional<Map<?, ?>> object, Optional<Exchange> after) {
        var first = before.flatMap(Exchange::acceptedObject).map(ToolReading::ids);
        var last = after.flatMap(Exchange::acceptedObject).map(ToolReading::ids);
        if (first.isEmpty() || last.isEmpty()) {
            return new Outcome.NotProven("the operation itself was not accepted");
        }
        var shown = object.map(ToolReading::ids);
        if (shown.isEmpty()) {
            return new Outcome.NotApplicable("the result is not JSON");
        }
        var expected = new LinkedHashSet<>(first.get());
        expected.retainAll(last.get());
        var allowed = new LinkedHashSet<>(first.get());
        allowed.addAll(last.get());
        boolean same = shown.get().containsAll(expected) && allowed.containsAll(shown.get());
        return same
                ? Outcome.passed()
                : Outcome.failed(
                        "/result",
                        "the objects with the ids " + cut(expected),
                        "those with the ids " + cut(shown.get()));
    }

    private static String cut(Set<String> ids) {
        String text = ids.toString();
        return text.length() <= CUT ? text : text.substring(0, CUT) + "…";
    }

    /** Returns the ids of the items of a list, or that of a single object. */
    private static Set<String> ids(Map<?, ?> body) {
        var ids = new LinkedHashSet<String>();
        if (body.get("results") instanceof List<?> items) {
            items.forEach(item -> add(item, ids));
        } else {
            add(body, ids);
        }
        return ids;
    }

    private static void add(@Nullable Object item, Set<String> ids) {
        if (item instanceof Map<?, ?> fields) {
            Paths.id(fields.get("id")).ifPresent(ids::add);
        }
    }
}
