package dev.core7.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A tool of PostHog's MCP server that the page names for an operation ({@code x-mcp-tool}).
 *
 * @param hints what PostHog's tool says about itself
 * @param call the operation that the tool calls instead of its own
 */
public record McpTool(String name, String title, Set<Hint> hints, Optional<Call> call) {
    /** What a tool says about its effects (MCP, {@code ToolAnnotations}). */
    public enum Hint {
        /** It changes nothing. */
        READ_ONLY("read-only"),
        /** It may remove or overwrite something. */
        DESTRUCTIVE("destructive"),
        /** The same call again has no further effect. */
        IDEMPOTENT("idempotent");

        private final String text;

        Hint(String text) {
            this.text = text;
        }

        private static Hint read(String text, YamlNode node) {
            return List.of(values()).stream()
                    .filter(hint -> hint.text.equals(text))
                    .findFirst()
                    .orElseThrow(() -> node.problem("expected read-only, destructive or idempotent, got " + text));
        }
    }

    /**
     * Another operation that a tool calls.
     *
     * @param body the fields of the request body that the tool adds
     */
    public record Call(String operationId, Map<String, @Nullable Object> body) {}

    /** {@code hints} is copied. */
    public McpTool {
        hints = Set.copyOf(hints);
    }

    /** Returns whether the tool gives a hint. */
    public boolean is(Hint hint) {
        return hints.contains(hint);
    }

    static McpTool read(YamlNode node) {
        var hints = new TreeSet<Hint>();
        node.field("hints").ifPresent(all -> all.texts().forEach(text -> hints.add(Hint.read(text, all))));
        return new McpTool(
                node.need("name", "add the name of the tool").text(),
                node.need("title", "add the title of the tool").text(),
                hints,
                node.field("calls").map(McpTool::call));
    }

    private static Call call(YamlNode node) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        node.field("body")
                .ifPresent(fields -> fields.mapping().forEach((name, value) -> body.put(name, value.value())));
        return new Call(
                node.need("operation", "name the operation that the tool calls").text(), body);
    }
}
