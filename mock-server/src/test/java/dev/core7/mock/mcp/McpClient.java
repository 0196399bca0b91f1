package dev.core7.mock.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sends JSON-RPC messages to a mock. */
record McpClient(Client http) {
    private static final String ENDPOINT = "/mcp";

    static McpClient of(MockServer mock) {
        return new McpClient(Client.of(mock).header("Accept", "application/json, text/event-stream"));
    }

    McpClient key(String text) {
        return new McpClient(http.key(text));
    }

    McpClient header(String name, String value) {
        return new McpClient(http.header(name, value));
    }

    /** Sends a body as it is. */
    Client.Response post(String body) {
        return http.json(body).send("POST", ENDPOINT);
    }

    /** Sends a request and returns the whole response message. */
    Reply request(String method, Map<String, ?> params) {
        var response = post(Json.write(Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", params)));
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.header("Content-Type")).contains("application/json");
        return new Reply(response.json());
    }

    /** Calls a tool and returns the response message. */
    Reply call(String tool, Map<String, ? extends @Nullable Object> arguments) {
        return request("tools/call", Map.of("name", tool, "arguments", arguments));
    }

    /** A response message. */
    record Reply(@Nullable Object message) {
        @Nullable
        Object at(String pointer) {
            return JsonPointer.find(message, pointer);
        }

        /** Returns the structured content of a call that did not fail; it is the same as the text. */
        Map<?, ?> object() {
            assertThat(at("/result/isError")).isEqualTo(false);
            return content();
        }

        /** Returns {@code code} and {@code detail} of a refusal. */
        String refusal() {
            assertThat(at("/result/isError")).isEqualTo(true);
            return content().get("code") + ": " + content().get("detail");
        }

        private Map<?, ?> content() {
            var content = (Map<?, ?>) Objects.requireNonNull(at("/result/structuredContent"));
            try {
                assertThat(Json.parse(String.valueOf(at("/result/content/0/text"))))
                        .isEqualTo(content);
            } catch (Json.NotJsonException e) {
                throw new AssertionError(e);
            }
            return content;
        }
    }
}
