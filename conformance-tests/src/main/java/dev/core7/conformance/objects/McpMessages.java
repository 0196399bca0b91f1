package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.McpTool.Hint;
import dev.core7.contract.Operation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides which messages a run may send to the MCP server: those that only read. */
final class McpMessages {
    private static final Set<String> HARMLESS = Set.of("initialize", "notifications/initialized", "tools/list");

    private McpMessages() {}

    static boolean onlyReads(Request request, Contract contract, Target target) {
        return request.method().equals("POST")
                && target.mcpUrl().filter(request.path()::equals).isPresent()
                && onlyReads(request.body(), contract);
    }

    private static boolean onlyReads(@Nullable String body, Contract contract) {
        try {
            if (body == null || !(Json.parse(body) instanceof Map<?, ?> message)) {
                return false;
            }
            Object method = message.get("method");
            return method instanceof String name
                    && (HARMLESS.contains(name)
                            || name.equals("tools/call")
                                    && isReading(JsonPointer.find(message, "/params/name"), contract));
        } catch (Json.NotJsonException e) {
            return false;
        }
    }

    private static boolean isReading(@Nullable Object tool, Contract contract) {
        return contract.operations().stream()
                .filter(Operation::isSafe)
                .flatMap(operation -> operation.tool().stream())
                .anyMatch(known -> known.name().equals(tool) && known.is(Hint.READ_ONLY));
    }
}
