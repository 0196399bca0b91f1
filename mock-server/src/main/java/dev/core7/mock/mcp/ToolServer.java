package dev.core7.mock.mcp;

import dev.core7.contract.Contract;
import dev.core7.contract.McpTool.Hint;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapperSupplier;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator.ValidationResponse;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The SDK's server with the tools of one contract. */
final class ToolServer {
    /** The protocol versions, the newest last, as the SDK expects. */
    static final List<String> VERSIONS = List.of("2025-06-18", "2025-11-25");

    private static final String HTTP_REQUEST = "request";
    private static final String ARGUMENTS = "arguments";

    private final McpJsonMapper json = new JacksonMcpJsonMapperSupplier().get();
    private final Transport transport = new Transport();

    /** @param api calls the API in the same process */
    ToolServer(Contract contract, FaultHooks faults, Function<MockRequest, MockResponse> api) {
        var tools = ContractTool.of(contract).stream()
                .map(tool -> specification(tool, new ToolCall(tool, faults, api)))
                .toList();
        McpServer.sync(transport)
                .jsonMapper(json)
                // The API checks the arguments, as it does behind PostHog's tools, and answers in its own words.
                .jsonSchemaValidator((schema, value) -> ValidationResponse.asValid(null))
                .validateToolInputs(false)
                .serverInfo(McpSchema.Implementation.builder("core7-mock", contract.version())
                        .title("Mock of " + contract.title())
                        .build())
                .capabilities(
                        McpSchema.ServerCapabilities.builder().tools(false).build())
                .immediateExecution(true)
                .tools(tools)
                .addToolFilter((context, tool) -> !faults.hidesTool(tool.name()))
                .build();
    }

    private static SyncToolSpecification specification(ContractTool tool, ToolCall call) {
        var declared = tool.tool();
        var description = McpSchema.Tool.builder(declared.name(), InputSchema.of(tool))
                .title(declared.title())
                .description(tool.description())
                .annotations(McpSchema.ToolAnnotations.builder()
                        .title(declared.title())
                        .readOnlyHint(declared.is(Hint.READ_ONLY))
                        .destructiveHint(declared.is(Hint.DESTRUCTIVE))
                        .idempotentHint(declared.is(Hint.IDEMPOTENT))
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(description)
                .callHandler((context, request) -> {
                    var arguments = (Map<?, ?>) context.get(ARGUMENTS);
                    return call.result(arguments, (MockRequest) context.get(HTTP_REQUEST));
                })
                .build();
    }

    /** Returns the response to a request as JSON. */
    String respond(JsonRpc message, MockRequest request) {
        // Not through the SDK, whose mapper reads numbers as doubles.
        Object arguments = message.params().get(ARGUMENTS);
        var context = McpTransportContext.create(Map.of(
                HTTP_REQUEST, request, ARGUMENTS, arguments instanceof Map<?, ?> map ? map : Map.of()));
        Object id = Objects.requireNonNull(message.id());
        var sent = new JSONRPCRequest(Objects.requireNonNull(message.method()), id, withoutArguments(message.params()));
        var response = Mono.defer(() -> transport.handler().handleRequest(context, sent))
                .onErrorResume(error -> Mono.just(JSONRPCResponse.error(id, error(error))))
                .block();
        try {
            return json.writeValueAsString(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the error for an exception of the SDK, which is thrown if it cannot read the parameters. */
    private static JSONRPCError error(Throwable thrown) {
        int code = thrown instanceof IllegalArgumentException ? ErrorCodes.INVALID_PARAMS : ErrorCodes.INTERNAL_ERROR;
        return new JSONRPCError(
                code, String.valueOf(thrown.getMessage()).lines().findFirst().orElse(""));
    }

    private static Map<String, @Nullable Object> withoutArguments(Map<String, @Nullable Object> params) {
        var copy = new LinkedHashMap<>(params);
        copy.computeIfPresent(ARGUMENTS, (name, arguments) -> arguments instanceof Map ? Map.of() : arguments);
        return copy;
    }

    /** Passes a notification on. */
    void notify(JsonRpc message) {
        transport
                .handler()
                .handleNotification(
                        McpTransportContext.EMPTY,
                        new JSONRPCNotification(Objects.requireNonNull(message.method()), message.params()))
                .block();
    }

    /** Connects the SDK to the mock, whose servlet classes are not those that the SDK's own transports need. */
    private static final class Transport implements McpStatelessServerTransport {
        private @Nullable McpStatelessServerHandler handler;

        McpStatelessServerHandler handler() {
            return Objects.requireNonNull(handler);
        }

        @Override
        public void setMcpHandler(McpStatelessServerHandler handler) {
            this.handler = handler;
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public List<String> protocolVersions() {
            return VERSIONS;
        }
    }
}
