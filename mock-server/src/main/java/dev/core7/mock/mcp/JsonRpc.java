package dev.core7.mock.mcp;

import dev.core7.contract.Json;
import dev.core7.mock.http.MockResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON-RPC 2.0 message of a client.
 *
 * @param method the method; null: the message is a response
 * @param id a text or a whole number; null: the message is a notification
 * @param params the parameters by name; empty if there are none
 */
record JsonRpc(@Nullable String method, @Nullable Object id, Map<String, @Nullable Object> params) {
    static final int PARSE_ERROR = -32700;
    static final int INVALID_REQUEST = -32600;
    private static final String VERSION = "2.0";
    private static final int BAD_REQUEST = 400;

    /** Thrown for a message that is not one of JSON-RPC. */
    static final class InvalidException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int code;

        InvalidException(int code, String message) {
            super(message);
            this.code = code;
        }

        MockResponse response() {
            return error(BAD_REQUEST, code, String.valueOf(getMessage()));
        }
    }

    /** Parses the body of a request, which must be one message: MCP has no batches since 2025-06-18. */
    static JsonRpc parse(byte[] body) throws InvalidException {
        Object message;
        try {
            message = Json.parse(body);
        } catch (Json.NotJsonException e) {
            throw new InvalidException(PARSE_ERROR, "The body is not JSON: " + e.getMessage());
        }
        if (!(message instanceof Map<?, ?> fields)) {
            throw invalid("The body must be one JSON-RPC message, an object; batches are not supported.");
        }
        if (!VERSION.equals(fields.get("jsonrpc"))) {
            throw invalid("The message must contain \"jsonrpc\": \"2.0\".");
        }
        Object method = fields.get("method");
        if (method == null && (fields.containsKey("result") || fields.containsKey("error"))) {
            return new JsonRpc(null, null, Map.of());
        }
        if (!(method instanceof String name)) {
            throw invalid("\"method\" must be a text.");
        }
        return new JsonRpc(name, fields.containsKey("id") ? id(fields.get("id")) : null, params(fields.get("params")));
    }

    private static Object id(@Nullable Object id) throws InvalidException {
        if (id instanceof String || id instanceof Integer || id instanceof Long) {
            return id;
        }
        throw invalid("\"id\" must be a text or a whole number.");
    }

    private static Map<String, @Nullable Object> params(@Nullable Object params) throws InvalidException {
        var copy = new LinkedHashMap<String, @Nullable Object>();
        if (params instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> copy.put(name.toString(), value));
        } else if (params != null) {
            throw invalid("\"params\" must be an object.");
        }
        return copy;
    }

    private static InvalidException invalid(String message) {
        return new InvalidException(INVALID_REQUEST, message);
    }

    /** Returns an HTTP response with an error that belongs to no request. */
    static MockResponse error(int status, int code, String message) {
        var response = new LinkedHashMap<String, @Nullable Object>();
        response.put("jsonrpc", VERSION);
        response.put("id", null);
        response.put("error", Map.of("code", code, "message", message));
        return MockResponse.json(status, response);
    }
}
