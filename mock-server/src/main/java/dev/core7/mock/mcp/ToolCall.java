package dev.core7.mock.mcp;

import dev.core7.contract.Json;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls the API for a tool and converts its response: the object as structured content and as text, and a refusal as an error of
 * the tool.
 *
 * @param api calls the API in the same process
 */
record ToolCall(ContractTool tool, FaultHooks faults, Function<MockRequest, MockResponse> api) {
    /** The fields of a result's {@code _meta} with the HTTP status and with the header {@code Kit-Violations}. */
    static final String STATUS = "dev.core7/status";

    static final String VIOLATIONS = "dev.core7/violations";
    private static final String VIOLATIONS_HEADER = "Kit-Violations";
    private static final int FIRST_ERROR = 400;

    /** @param call the HTTP request with the call */
    CallToolResult result(Map<?, ?> untyped, MockRequest call) {
        var arguments = new LinkedHashMap<String, @Nullable Object>();
        untyped.forEach((name, value) -> arguments.put(name.toString(), value));
        return result(faults.respondToTool(tool.tool().name(), response(arguments, call)));
    }

    private MockResponse response(Map<String, @Nullable Object> arguments, MockRequest call) {
        return ToolRequest.missing(tool, arguments)
                .map(name -> PostHogError.invalid("required", "This field is required.", name)
                        .response())
                .orElseGet(() -> api.apply(ToolRequest.of(tool, arguments, call)));
    }

    private static CallToolResult result(MockResponse response) {
        var meta = new LinkedHashMap<String, Object>();
        meta.put(STATUS, response.status());
        var violations = response.headers().get(VIOLATIONS_HEADER);
        if (violations != null) {
            meta.put(VIOLATIONS, violations);
        }
        var result = CallToolResult.builder()
                .addTextContent(response.body())
                .isError(response.status() >= FIRST_ERROR)
                .meta(meta);
        if (object(response.body()) instanceof Map<?, ?> structured) {
            result.structuredContent(structured);
        }
        return result.build();
    }

    private static @Nullable Object object(String body) {
        try {
            return Json.parse(body);
        } catch (Json.NotJsonException e) {
            return null;
        }
    }
}
