package dev.core7.conformance.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.http.RestAssuredTransport;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Fault;
import dev.core7.mock.fault.Faults;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class McpToolsTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static MockServer mock;

    @BeforeAll
    static void startMock() {
        mock = MockServer.start(CONTRACT, MockOptions.defaults().withState());
    }

    @AfterAll
    static void stopMock() {
        mock.close();
    }

    @BeforeEach
    void reset() {
        mock.resetAll();
    }

    private static Report run(Target target) throws Runner.UnreachableException {
        var transport = new RestAssuredTransport(target, Duration.ofSeconds(10));
        return new Runner(CONTRACT, target, transport, Selection.ALL, List.of(), List.of(), McpTools.of(CONTRACT))
                .run(false, Progress.SILENT);
    }

    private static Target target() {
        return EmbeddedTarget.of(mock, CONTRACT);
    }

    @Test
    void a_correct_server_passes_and_gets_no_call_that_writes() throws Runner.UnreachableException {
        var report = run(target());
        assertThat(report.results())
                .hasSize(21)
                .allSatisfy(result -> assertThat(result.outcome()).isEqualTo(Outcome.passed()));
        assertThat(report.attempts().stream()
                        .map(attempt -> attempt.request().body())
                        .filter(body -> body != null && body.contains("tools/call")))
                .hasSize(5)
                .allSatisfy(body -> assertThat(body).containsPattern("\"name\":\"[a-z]+-(list|retrieve)\""));
    }

    /** The order of the fields in a {@code Map.of} differs between processes, and a transcript is compared with what is sent. */
    @Test
    void messages_have_fields_in_a_fixed_order() throws Runner.UnreachableException {
        assertThat(run(target()).attempts().stream()
                        .map(attempt -> attempt.request().body())
                        .filter(body -> body != null)
                        .limit(3))
                .containsExactly(
                        "{\"jsonrpc\":\"2.0\",\"method\":\"initialize\",\"id\":1,\"params\":{\"protocolVersion\":"
                                + "\"2025-11-25\",\"capabilities\":{},\"clientInfo\":{\"name\":\"core7-conformance\","
                                + "\"version\":\"1\"}}}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}",
                        "{\"jsonrpc\":\"2.0\",\"method\":\"tools/list\",\"id\":1,\"params\":{}}");
    }

    @Test
    void without_a_url_nothing_is_sent_and_nothing_applies() throws Runner.UnreachableException {
        var report = run(target().withMcpUrl(Optional.empty()));
        assertThat(report.attempts()).isEmpty();
        assertThat(report.results())
                .hasSize(21)
                .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.NotApplicable.class));
    }

    static Stream<Fault> faults() {
        return Faults.of(CONTRACT).stream().filter(fault -> fault.kind().startsWith("tool-"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_breaks_the_clause_of_its_kind(Fault fault) throws Runner.UnreachableException {
        mock.activate(fault);
        var failed = run(target()).results().stream()
                .filter(result -> result.outcome() instanceof Outcome.Failed)
                .map(result -> result.sent().operation().id() + " " + result.check())
                .collect(Collectors.toSet());
        String check = switch (fault.kind()) {
            case "tool-missing" -> "tool-listed";
            case "tool-refused" -> "tool-called";
            default -> "tool-result";
        };
        assertThat(failed).isEqualTo(Set.of(fault.operationId() + " " + check));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | text/event-stream | 'event: message\ndata: {\"jsonrpc\": \"2.0\", \"id\": 1, \"result\":"
                        + " {\"tools\": []}}\n\n' | /result/tools: expected the tool annotations-list, got 0 other tools",
                "200 | application/json | {\"jsonrpc\": \"2.0\", \"id\": 1, \"error\": {\"code\": 1}} |"
                        + " /error: expected a result, got {\"code\":1} (object)",
                "200 | text/html | <p> | body: expected a JSON-RPC response with the id 1, got none",
                "401 | application/json | {} | status: expected 200, got 401"
            })
    void what_is_wrong_is_named(int status, String mediaType, String body, String finding)
            throws IOException, Runner.UnreachableException {
        try (var server = OddServer.always(status, mediaType, body)) {
            var results =
                    run(target().withMcpUrl(Optional.of(server.url() + "/mcp"))).results();
            assertThat(results.get(0).outcome().brokenPlaces())
                    .extracting(found -> found.where() + ": expected " + found.expected() + ", got " + found.actual())
                    .containsExactly(finding);
        }
    }
}
