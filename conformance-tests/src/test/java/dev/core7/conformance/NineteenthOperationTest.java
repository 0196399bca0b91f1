package dev.core7.conformance;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.cli.EmbeddedTarget;
import dev.core7.conformance.http.PlainTransport;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operation that is added to the contract is played, judged and found broken, with nothing else touched. */
class NineteenthOperationTest {
    private static final String OPERATION = """
              /api/projects/{project_id}/dashboards/:
                get:
                  operationId: dashboards_list
                  summary: List dashboards
                  x-page: {section: List all dashboards}
                  security:
                    - PersonalAPIKeyAuth: [dashboard:read]
                  parameters:
                    - $ref: '#/components/parameters/ProjectId'
                  responses:
                    '200':
                      description: All dashboards
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [count]
                            properties:
                              count: {type: integer}
                          examples:
                            two: {value: {count: 2}}
            """;

    @TempDir
    private Path folder;

    private Contract contract = ContractReader.bundled();

    @BeforeEach
    void add_the_operation() throws IOException {
        contract =
                ExtendedContract.read(folder, text -> text.replace("\npaths:\n", "\npaths:\n" + OPERATION.indent(0)));
    }

    private List<Result> judge(MockServer mock) throws Runner.UnreachableException {
        var target = EmbeddedTarget.of(mock, contract);
        var transport = new PlainTransport(target, Duration.ofSeconds(20));
        Report report = new Runner(contract, target, transport, new Selection(Set.of("dashboards_list"), false))
                .run(false, Progress.SILENT);
        return report.results().stream()
                .filter(r -> r.sent().operation().id().equals("dashboards_list"))
                .toList();
    }

    @Test
    void it_is_played_and_judged() throws Runner.UnreachableException {
        assertThat(contract.operations()).hasSize(19);
        try (var mock = MockServer.start(contract)) {
            var results = judge(mock);
            assertThat(results)
                    .extracting(Result::check)
                    .contains(
                            "status-code",
                            "response-body",
                            "scope-required",
                            "scope-sufficient",
                            "credentials-required");
            assertThat(results)
                    .extracting(Result::outcome)
                    .doesNotHaveAnyElementsOfTypes(
                            Outcome.Failed.class, Outcome.NotProven.class, Outcome.Excluded.class);
        }
    }

    @Test
    void it_is_found_broken() throws Runner.UnreachableException {
        try (var mock = MockServer.start(contract)) {
            mock.wireMock()
                    .stubFor(
                            get(urlPathEqualTo("/api/projects/1/dashboards/")).willReturn(okJson("{\"count\":\"2\"}")));
            assertThat(judge(mock))
                    .filteredOn(r -> r.outcome() instanceof Outcome.Failed)
                    .extracting(r -> r.id() + " " + r.outcome().brokenPlaces())
                    .containsExactly(
                            "dashboards_list/documented/response-body"
                                    + " [Finding[where=/count, expected=integer, actual=\"2\" (string), condition=]]",
                            "dashboards_list/form-head/other-form-same"
                                    + " [Finding[where=header Content-Length, expected=13, as for GET, actual=11, condition=]]");
        }
    }
}
