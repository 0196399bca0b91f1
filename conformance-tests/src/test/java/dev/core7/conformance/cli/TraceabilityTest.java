package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.Targets;
import dev.core7.conformance.coverage.Statement;
import dev.core7.conformance.coverage.Traceability;
import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.http.PlainTransport;
import dev.core7.conformance.relations.Relations;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.UnjudgedReports;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every statement of the contract is judged by a clause, or has a reason in {@code statements.yaml}. Run with
 * {@code -Dtraceability.write=true} to write the documents anew.
 */
class TraceabilityTest {
    private static final Path MARKDOWN = Path.of("../docs/traceability.md");
    private static final Path JSON = Path.of("../docs/traceability.json");
    private static final String HEAD = """
            # Which clauses judge the contract

            This list is generated: it shows every statement of the contract, and the checks and clauses that judge it in a run against the mock.
            [`traceability.json`](traceability.json) also names a result of each. A statement without a clause has a reason in
            [`statements.yaml`](../conformance-tests/src/main/resources/dev/core7/conformance/coverage/statements.yaml).
            """;

    private static List<Statement> statements = List.of();

    @BeforeAll
    static void run() throws Runner.UnreachableException {
        var contract = ContractReader.bundled();
        try (var mock = EmbeddedTarget.start(contract)) {
            var target = EmbeddedTarget.of(mock, contract);
            var behaviours = Stream.concat(
                            Flows.bundled(contract, RetryDelay.AT_ONCE).stream(),
                            Relations.of(contract, RetryDelay.AT_ONCE).stream())
                    .toList();
            var transport = new PlainTransport(target, Duration.ofSeconds(30));
            var runner = new Runner(contract, target, transport, Selection.ALL, behaviours);
            statements = Traceability.of(runner.run(false, Progress.SILENT));
        }
    }

    @Test
    void every_statement_is_judged_or_has_a_reason() {
        assertThat(statements).hasSizeGreaterThan(100);
        assertThat(statements.stream()
                        .filter(statement -> statement.clauses().isEmpty()
                                && statement.reason().isEmpty())
                        .map(Statement::id))
                .as("judge these statements, or add a reason to statements.yaml")
                .isEmpty();
    }

    @Test
    void a_new_statement_that_nothing_judges_has_neither_clause_nor_reason() {
        var target = Targets.at("http://localhost");
        var parameter = new Parameter(
                "colour", "query", false, Schema.document(Map.of("type", "string")), Map.of(), Optional.empty());
        var list = ContractReader.bundled().operation("annotations_list").orElseThrow();
        var operation = new Operation(
                list.id(),
                list.method(),
                list.path(),
                list.summary(),
                list.section(),
                list.tool(),
                list.scopes(),
                List.of(parameter),
                list.body(),
                list.success(),
                list.errors(),
                list.unclear(),
                list.alsoNeeds(),
                list.eventually(),
                list.unjudged());
        var contract = new Contract("title", "1", "digest", "", List.of(operation));
        assertThat(Traceability.of(UnjudgedReports.of(contract, target, List.of())))
                .filteredOn(statement -> statement.name().equals("colour"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.clauses()).isEmpty();
                    assertThat(statement.reason()).isEmpty();
                });
    }

    @Test
    void no_reason_is_given_for_statements_that_are_judged() {
        assertThat(Traceability.unusedReasons(statements)).isEmpty();
    }

    @Test
    void the_documents_are_up_to_date() throws IOException {
        var markdown = HEAD + Statement.markdown(statements);
        var json = Json.pretty(statements.stream().map(Statement::json).toList()) + "\n";
        if (Boolean.getBoolean("traceability.write")) {
            Files.writeString(MARKDOWN, markdown);
            Files.writeString(JSON, json);
        }
        var advice = "run this test with -Dtraceability.write=true";
        assertThat(Files.readString(MARKDOWN)).as(advice).isEqualTo(markdown);
        assertThat(Files.readString(JSON)).as(advice).isEqualTo(json);
    }
}
