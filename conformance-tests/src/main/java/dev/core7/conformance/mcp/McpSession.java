package dev.core7.conformance.mcp;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.target.Key;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One client of the MCP server, with one key (MCP 2025-11-25, Transports: Streamable HTTP). */
final class McpSession {
    private static final String VERSION = "2025-11-25";
    private static final String SESSION_HEADER = "Mcp-Session-Id";

    private final Channel channel;
    private final String url;
    private final String behaviour;
    private final Operation operation;
    private final Key key;
    private final Map<String, String> headers = new LinkedHashMap<>();

    /**
     * Creates a session that is not initialized.
     *
     * @param operation the operation in whose name the first messages are sent
     */
    McpSession(Channel channel, String url, String behaviour, Operation operation, Key key) {
        this.channel = channel;
        this.url = url;
        this.behaviour = behaviour;
        this.operation = operation;
        this.key = key;
        headers.put("Accept", MediaType.JSON + ", text/event-stream");
        headers.put("Content-Type", MediaType.JSON);
    }

    Key key() {
        return key;
    }

    /** Agrees on a protocol version. */
    RpcReply initialize() {
        var client = new LinkedHashMap<String, Object>();
        client.put("name", "core7-conformance");
        client.put("version", "1");
        var params = new LinkedHashMap<String, Object>();
        params.put("protocolVersion", VERSION);
        params.put("capabilities", Map.of());
        params.put("clientInfo", client);
        var reply = request("initialize", params, operation, "initialize");
        reply.exchange()
                .flatMap(exchange -> exchange.response().header(SESSION_HEADER))
                .ifPresent(id -> headers.put(SESSION_HEADER, id));
        reply.result().ifPresent(result -> {
            if (result.get("protocolVersion") instanceof String version) {
                headers.put("MCP-Protocol-Version", version);
            }
            send(message("notifications/initialized"), operation, "initialized");
        });
        return reply;
    }

    /** Requests a page of the list of tools. */
    RpcReply tools(@Nullable Object cursor) {
        return request("tools/list", cursor == null ? Map.of() : Map.of("cursor", cursor), operation, "tools-list");
    }

    /** Calls a tool. */
    RpcReply call(Operation called, String tool, Map<String, Object> arguments) {
        var params = new LinkedHashMap<String, Object>();
        params.put("name", tool);
        params.put("arguments", arguments);
        return request("tools/call", params, called, ToolClause.CALLED.step());
    }

    private RpcReply request(String method, Map<String, Object> params, Operation about, String step) {
        var message = message(method);
        message.put("id", RpcReply.ID);
        message.put("params", params);
        return RpcReply.of(send(message, about, step));
    }

    /** Returns a message whose fields have a fixed order, because a transcript is compared with what is sent. */
    private static Map<String, Object> message(String method) {
        var message = new LinkedHashMap<String, Object>();
        message.put("jsonrpc", "2.0");
        message.put("method", method);
        return message;
    }

    private Channel.Reply send(Map<String, Object> message, Operation about, String step) {
        var sent = Case.of(about, behaviour + "." + step, new Purpose.McpMessage(), key);
        var request = new Request("POST", url, new LinkedHashMap<>(headers), Json.write(message), key, "");
        return channel.send(List.of(new Channel.Sending(sent, request))).get(0);
    }

    /** Returns the object in the result of a call: as structured content, or as the text of the first part. */
    static Optional<Map<?, ?>> object(Map<?, ?> result) {
        if (result.get("structuredContent") instanceof Map<?, ?> object) {
            return Optional.of(object);
        }
        return RpcReply.parsed(text(result));
    }

    /** Returns the text of the first part of a result; empty if it is not a text. */
    static String text(Map<?, ?> result) {
        return result.get("content") instanceof List<?> parts
                        && !parts.isEmpty()
                        && parts.get(0) instanceof Map<?, ?> part
                        && part.get("text") instanceof String text
                ? text
                : "";
    }
}
