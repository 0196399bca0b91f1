package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Criterion;
import dev.core7.contract.flow.FlowsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documents name only what there is, and the judgement calls are those of the contract and the flows. */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path CALLS = ROOT.resolve("docs/judgement-calls.md");
    private static final Pattern COMMAND = Pattern.compile("\\./kit ([a-z-]+)([^`\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z][a-z-]*");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    static List<Path> documents() throws IOException {
        try (var files = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), files.sorted())
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_command_and_option_in_a_document_is_one(Path document) throws IOException {
        COMMAND.matcher(Files.readString(document)).results().forEach(command -> {
            var help = Kit.run(command.group(1), "--help");
            assertThat(help.code()).as(command.group()).isZero();
            var options = OPTION.matcher(command.group(2)).results().map(found -> found.group());
            assertThat(options).allSatisfy(option -> assertThat(help.out()).containsPattern(" " + option + "\\b"));
        });
    }

    @ParameterizedTest
    @MethodSource("documents")
    void every_link_in_a_document_leads_to_a_file(Path document) throws IOException {
        var links = LINK.matcher(Files.readString(document)).results().map(link -> link.group(1));
        assertThat(links)
                .allSatisfy(link -> assertThat(document.resolveSibling(link)).exists());
    }

    @Test
    void the_readme_leads_to_every_document() throws IOException {
        var readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(documents().stream().skip(1).map(document -> "(docs/" + document.getFileName() + ")"))
                .allSatisfy(link -> assertThat(readme).contains(link));
    }

    @Test
    void every_judgement_call_of_the_contract_is_listed() throws IOException {
        var calls = Files.readString(CALLS);
        for (Operation operation : ContractReader.bundled().operations()) {
            assertThat(operation.unclear())
                    .allSatisfy(open -> assertThat(calls)
                            .contains("- " + open.page() + " → **" + open.reading() + "** " + open.reason()));
            assertThat(operation.unjudged())
                    .allSatisfy((name, reason) -> assertThat(calls).contains("- `" + name + "`: " + reason));
        }
    }

    @Test
    void every_clause_of_the_flows_that_is_no_must_is_listed() throws IOException {
        var calls = Files.readString(CALLS);
        var clauses = FlowsReader.bundled(ContractReader.bundled()).stream()
                .flatMap(workflow -> workflow.steps().stream())
                .flatMap(step -> step.criteria().stream())
                .map(Criterion::clause)
                .distinct()
                .toList();
        assertThat(clauses)
                .isNotEmpty()
                .allSatisfy(clause -> assertThat(calls.contains("- `" + clause.id() + "`: " + clause.says()))
                        .as(clause.id())
                        .isEqualTo(!clause.must()));
    }
}
