package dev.core7.conformance.mcp;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Keyring;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.McpTool;
import dev.core7.contract.McpTool.Hint;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks the MCP server of the target for its tools, and calls those that only read. It calls no tool that writes. A server may list
 * only the tools that the key permits.
 */
public final class McpTools implements Behaviour {
    /** The id; the names of the cases start with it. */
    public static final String ID = "mcp-tools";

    private static final int MAX_PAGES = 20;
    private static final Outcome NO_URL = new Outcome.NotApplicable("the target file has no mcp_url");

    private final Contract contract;
    private final List<Operation> operations;

    private McpTools(Contract contract, List<Operation> operations) {
        this.contract = contract;
        this.operations = operations;
    }

    /** Returns the behaviour, if the contract names tools. */
    public static List<Behaviour> of(Contract contract) {
        var withTools = contract.operations().stream()
                .filter(operation -> operation.tool().isPresent())
                .toList();
        return withTools.isEmpty() ? List.of() : List.of(new McpTools(contract, withTools));
    }

    @Override
    public String id() {
        return ID;
    }

    /** Returns the operations that are called, and the first ones of a resource for those that are only listed. */
    @Override
    public List<Operation> operations() {
        return operations;
    }

    @Override
    public List<Result> unplayed(Outcome outcome) {
        return operations.stream()
                .flatMap(operation -> clauses(operation).stream()
                        .map(clause -> result(operation, clause, null, outcome, Optional.empty())))
                .toList();
    }

    @Override
    public List<Result> play(Channel channel) {
        var url = channel.target().mcpUrl();
        if (url.isEmpty()) {
            return unplayed(NO_URL);
        }
        var results = new HashMap<Operation, List<Result>>();
        var left = new ArrayList<>(operations);
        for (var key = bestKey(channel.target(), left); key.isPresent(); key = bestKey(channel.target(), left)) {
            var permitted = left.stream().filter(permittedBy(key.get())).toList();
            left.removeAll(permitted);
            var session = new McpSession(channel, url.get(), ID, permitted.get(0), key.get());
            results.putAll(play(channel, session, permitted));
        }
        for (Operation operation : left) {
            results.put(
                    operation,
                    same(operation, null, new Outcome.NotProven(Keyring.missing(operation)), Optional.empty()));
        }
        return operations.stream()
                .flatMap(operation -> results.getOrDefault(operation, List.of()).stream())
                .toList();
    }

    /** Returns the key that permits most of the operations; empty if none permits one. */
    private static Optional<Key> bestKey(Target target, List<Operation> left) {
        var project = target.parameters().get("project_id");
        return target.keys().stream()
                .filter(key -> !key.revoked()
                        && key.project().map(own -> own.equals(project)).orElse(true))
                .filter(key -> left.stream().anyMatch(permittedBy(key)))
                .max(Comparator.<Key>comparingLong(
                                key -> left.stream().filter(permittedBy(key)).count())
                        .thenComparing(Key::name, Comparator.reverseOrder()));
    }

    private static Predicate<Operation> permittedBy(Key key) {
        return operation -> key.holds(operation.scopes());
    }

    private Map<Operation, List<Result>> play(Channel channel, McpSession session, List<Operation> permitted) {
        var first = session.initialize();
        var tools = new HashMap<String, Set<String>>();
        var listed = first.result().isPresent() ? list(session, tools) : first;
        var results = new HashMap<Operation, List<Result>>();
        for (Operation operation : permitted) {
            results.put(
                    operation,
                    listed.result().isPresent()
                            ? results(channel, session, operation, listed, tools)
                            : same(operation, session.key(), listed.problem(), listed.exchange()));
        }
        return results;
    }

    /** Adds the tools of all pages, each with the names of its arguments, and returns the last reply. */
    private static RpcReply list(McpSession session, Map<String, Set<String>> tools) {
        @Nullable Object cursor = null;
        RpcReply reply;
        int pages = 0;
        do {
            reply = session.tools(cursor);
            cursor = reply.result().map(result -> result.get("nextCursor")).orElse(null);
            if (reply.result().map(result -> result.get("tools")).orElse(null) instanceof List<?> page) {
                page.forEach(tool -> tools.put(
                        String.valueOf(JsonPointer.find(tool, "/name")),
                        JsonPointer.find(tool, "/inputSchema/properties") instanceof Map<?, ?> arguments
                                ? arguments.keySet().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.toSet())
                                : Set.of()));
            }
            pages++;
        } while (cursor != null && pages < MAX_PAGES);
        return reply;
    }

    private List<Result> results(
            Channel channel, McpSession session, Operation operation, RpcReply listed, Map<String, Set<String>> tools) {
        String name = operation.tool().map(McpTool::name).orElseThrow();
        var arguments = tools.get(name);
        var found = arguments != null
                ? Outcome.passed()
                : Outcome.failed("/result/tools", "the tool " + name, tools.size() + " other tools");
        var results = new ArrayList<Result>();
        results.add(result(operation, ToolClause.LISTED, session.key(), found, listed.exchange()));
        if (reads(operation)) {
            var outcomes = arguments == null
                    ? ToolReading.Outcomes.both(new Outcome.NotProven("the tool is not listed"))
                    : new ToolReading(channel, contract, ID, operation, Objects.requireNonNull(arguments), session)
                            .play();
            results.add(result(operation, ToolClause.CALLED, session.key(), outcomes.called(), outcomes.exchange()));
            results.add(result(operation, ToolClause.RESULT, session.key(), outcomes.result(), outcomes.exchange()));
        }
        return results;
    }

    private static List<ToolClause> clauses(Operation operation) {
        return reads(operation) ? List.of(ToolClause.values()) : List.of(ToolClause.LISTED);
    }

    /** Returns whether the tool may be called: it only reads, and so does its operation. */
    private static boolean reads(Operation operation) {
        return operation.isSafe()
                && operation.tool().map(tool -> tool.is(Hint.READ_ONLY)).orElse(false);
    }

    private static List<Result> same(
            Operation operation, @Nullable Key key, Outcome outcome, Optional<Exchange> exchange) {
        return clauses(operation).stream()
                .map(clause -> result(operation, clause, key, outcome, exchange))
                .toList();
    }

    private static Result result(
            Operation operation, ToolClause clause, @Nullable Key key, Outcome outcome, Optional<Exchange> exchange) {
        var sent = Case.of(operation, ID + "." + clause.step(), new Purpose.McpMessage(), key);
        return new Result(sent, clause.id(), Level.SHOULD, clause.text(), outcome, exchange);
    }
}
