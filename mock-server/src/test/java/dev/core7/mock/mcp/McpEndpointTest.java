package dev.core7.mock.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import dev.core7.mock.RawConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the transport, apart from what tools do. */
class McpEndpointTest extends FreshMock {
    private static final String PING = "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}";
    private static final String BOTH = "application/json, text/event-stream";

    private McpClient client() {
        return McpClient.of(mock);
    }

    private McpClient.Reply initialize(String version) {
        return client().request(
                        "initialize",
                        Map.of(
                                "protocolVersion",
                                version,
                                "capabilities",
                                Map.of(),
                                "clientInfo",
                                Map.of("name", "test", "version", "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-25, 2025-11-25",
        "2025-06-18, 2025-06-18",
        "2025-03-26, 2025-11-25",
        "2024-11-05, 2025-11-25",
        "2999-01-01, 2025-11-25"
    })
    void initialize_negotiates_the_version_without_a_key(String offered, String expected) {
        var reply = initialize(offered);
        assertThat(reply.at("/result/protocolVersion")).isEqualTo(expected);
        assertThat(reply.at("/result/serverInfo/name")).isEqualTo("core7-mock");
        assertThat(reply.at("/result/capabilities/tools/listChanged")).isEqualTo(false);
    }

    @ParameterizedTest
    @CsvSource({"2025-11-25, 200", "2025-06-18, 200", "2025-03-26, 400", "latest, 400"})
    void later_requests_name_a_supported_version(String version, int status) {
        assertThat(client().header("MCP-Protocol-Version", version).post(PING).status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}",
                "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/cancelled\", \"params\": {\"requestId\": 1}}",
                "{\"jsonrpc\": \"2.0\", \"id\": 7, \"result\": {}}"
            })
    void notifications_and_responses_are_accepted_without_a_body(String message) {
        var response = client().post(message);
        assertThat(response.status()).isEqualTo(202);
        assertThat(response.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ | -32700",
                "'' | -32700",
                "[] | -32600",
                "[{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\"}] | -32600",
                "5 | -32600",
                "{} | -32600",
                "{\"id\": 1, \"method\": \"ping\"} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": null, \"method\": \"ping\"} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": {}, \"method\": \"ping\"} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"ping\"} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": 5} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": 1} | -32600",
                "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"ping\", \"params\": []} | -32600"
            })
    void other_bodies_are_refused(String body, int code) {
        var response = client().post(body);
        assertThat(response.status()).isEqualTo(400);
        assertThat(new McpClient.Reply(response.json()).at("/error/code")).isEqualTo(code);
    }

    @Test
    void unknown_methods_and_tools_are_errors_of_the_protocol() {
        assertThat(client().request("resources/list", Map.of()).at("/error/code"))
                .isEqualTo(-32601);
        assertThat(client().call("annotation-destroy", Map.of()).at("/error/code"))
                .isEqualTo(-32602);
        assertThat(client().request("tools/call", Map.of()).at("/error/code")).isEqualTo(-32602);
        assertThat(client().request("tools/call", Map.of("name", "annotations-list", "arguments", 5))
                        .at("/error/code"))
                .isEqualTo(-32602);
        assertThat(client().request("initialize", Map.of("capabilities", 5)).at("/error/code"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json, text/event-stream | application/json | 200",
                "application/json;q=0.5, text/* | application/json; charset=utf-8 | 200",
                "*/* | Application/JSON | 200",
                "application/json | application/json | 406",
                "text/event-stream | application/json | 406",
                "application/json, text/event-stream | text/plain | 415",
                "application/json, text/event-stream | application/x-www-form-urlencoded | 415"
            })
    void media_types_are_those_of_the_transport(String accept, String contentType, int status) {
        var response = Client.of(mock)
                .header("Accept", accept)
                .header("Content-Type", contentType)
                .body(PING)
                .send("POST", "/mcp");
        assertThat(response.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE", "PUT", "OPTIONS"})
    void there_are_no_streams_and_sessions(String method) {
        var response = Client.of(mock).header("Accept", BOTH).send(method, "/mcp");
        assertThat(response.status()).isEqualTo(405);
        assertThat(response.header("Allow")).contains("POST");
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_sent() throws IOException {
        var response = RawConnection.send(
                mock,
                "POST /mcp HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                        + ((20 << 20) + 1) + "\r\n\r\n");
        assertThat(response).startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, http://evil.example, 403",
        "evil.example, '', 403",
        "localhost, '', 200",
        "127.0.0.1, '', 200"
    })
    void pages_of_other_origins_have_no_access(String host, String origin, int status) throws IOException {
        var response = RawConnection.send(
                mock,
                "POST /mcp HTTP/1.1\r\nHost: " + host + "\r\n"
                        + (origin.isEmpty() ? "" : "Origin: " + origin + "\r\n")
                        + "Connection: close\r\nContent-Type: application/json\r\nContent-Length: " + PING.length()
                        + "\r\n\r\n" + PING);
        assertThat(response).startsWith("HTTP/1.1 " + status + " ").doesNotContainIgnoringCase("Access-Control");
    }

    @Test
    void a_new_contract_brings_new_tools(@TempDir Path folder) throws IOException {
        mock.replaceContract(changed(folder, "name: comments-list", "name: comments-all"));
        assertThat(client().post(request("tools/list")).body())
                .contains("\"comments-all\"")
                .doesNotContain("\"comments-list\"");
    }

    @Test
    void without_tools_there_is_no_endpoint(@TempDir Path folder) throws IOException {
        mock.replaceContract(changed(folder, "x-mcp-tool:", "x-other:"));
        assertThat(client().post(PING).status()).isEqualTo(404);
    }

    private static Contract changed(Path folder, String text, String replacement) throws IOException {
        return ContractReader.read(Files.writeString(
                folder.resolve("openapi.yaml"), CONTRACT.text().replace(text, replacement)));
    }

    private static String request(String method) {
        return PING.replace("ping", method);
    }
}
