package dev.core7.mock.mcp;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.http.AcceptHeader;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint for MCP clients: Streamable HTTP without sessions and streams (MCP 2025-11-25 and 2025-06-18, Transports). Only
 * {@code tools/call} needs a key.
 */
public final class McpEndpoint {
    private static final String VERSION = "MCP-Protocol-Version";
    private static final String EVENTS = "text/event-stream";
    private static final String INITIALIZE = "initialize";

    private final Supplier<Contract> contract;
    private final FaultHooks faults;
    private final Function<MockRequest, MockResponse> api;
    private @Nullable Served served;

    /** The server of a contract; another contract gets another one. */
    private record Served(Contract contract, ToolServer server) {}

    /**
     * Creates the endpoint.
     *
     * @param contract the contract that is served now
     * @param api calls the API in the same process
     */
    public McpEndpoint(Supplier<Contract> contract, FaultHooks faults, Function<MockRequest, MockResponse> api) {
        this.contract = contract;
        this.faults = faults;
        this.api = api;
    }

    /** Responds to a request of a client. */
    public MockResponse respond(MockRequest request) {
        if (!request.method().equals("POST")) {
            return refusal(405, "This endpoint has no streams and no sessions: send messages with POST.")
                    .withHeader("Allow", "POST");
        }
        if (!isJson(request.header(MockResponse.CONTENT_TYPE))) {
            return refusal(415, "The Content-Type must be " + MediaType.JSON + ".");
        }
        var accept = AcceptHeader.of(request);
        if (accept.best(List.of(MediaType.JSON)).isEmpty()
                || accept.best(List.of(EVENTS)).isEmpty()) {
            return refusal(406, "The Accept header must list " + MediaType.JSON + " and " + EVENTS + ".");
        }
        try {
            return respond(JsonRpc.parse(request.body()), request);
        } catch (JsonRpc.InvalidException e) {
            return e.response();
        }
    }

    private MockResponse respond(JsonRpc message, MockRequest request) {
        String version = request.header(VERSION);
        if (version != null && !ToolServer.VERSIONS.contains(version) && !INITIALIZE.equals(message.method())) {
            return refusal(
                    400,
                    VERSION + " " + version + " is not supported; supported are "
                            + String.join(" and ", ToolServer.VERSIONS) + ".");
        }
        if (message.id() != null) {
            return new MockResponse(
                    200, Map.of(MockResponse.CONTENT_TYPE, MediaType.JSON), server().respond(message, request));
        }
        if (message.method() != null) {
            server().notify(message);
        }
        return new MockResponse(202, Map.of(), "");
    }

    private synchronized ToolServer server() {
        var now = contract.get();
        var known = served;
        if (known == null || known.contract() != now) {
            known = new Served(now, new ToolServer(now, faults, api));
            served = known;
        }
        return known.server();
    }

    private static MockResponse refusal(int status, String message) {
        return JsonRpc.error(status, JsonRpc.INVALID_REQUEST, message);
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].strip().equalsIgnoreCase(MediaType.JSON);
    }
}
