package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Level;
import dev.core7.conformance.run.Runner;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Criterion;
import dev.core7.contract.flow.FlowsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    /** A link or a picture: the file, which may be left out, and the heading in it. */
    private static final Pattern LINK = Pattern.compile("(?:\\]\\(|src=\"|srcset=\")([^)#:\"]*)(?:#([^)\"]*))?[)\"]");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static List<Path> documents() throws IOException {
        try (var root = Files.list(ROOT);
                var docs = Files.list(ROOT.resolve("docs"))) {
            var others = Stream.of("bench/mock/README.md", "examples/spring-vendor/README.md")
                    .map(ROOT::resolve);
            return Stream.of(root, docs, others)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
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
    void every_link_in_a_document_leads_to_a_file_and_a_heading(Path document) throws IOException {
        for (var link : LINK.matcher(Files.readString(document)).results().toList()) {
            var linked = link.group(1).isEmpty() ? document : document.resolveSibling(link.group(1));
            assertThat(linked).exists();
            if (link.group(2) != null) {
                assertThat(anchors(linked)).as(document + ": " + link.group()).contains(link.group(2));
            }
        }
    }

    /** The anchors that GitHub gives to the headings of a document. */
    private static List<String> anchors(Path document) throws IOException {
        return HEADING.matcher(Files.readString(document))
                .results()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
                .toList();
    }

    @Test
    void the_readme_leads_to_every_document() throws IOException {
        var readme = Files.readString(ROOT.resolve("README.md"));
        assertThat(documents().stream().map(ROOT::relativize).map(Path::toString))
                .filteredOn(document -> !document.equals("README.md"))
                .allSatisfy(document -> assertThat(readme).contains("(" + document + ")"));
    }

    @Test
    void the_readme_has_at_most_120_lines() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThanOrEqualTo(120);
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

    @Test
    void what_every_must_of_a_check_rests_on_is_listed() throws IOException {
        var calls = Files.readString(CALLS);
        assertThat(Runner.checks())
                .isNotEmpty()
                .allSatisfy(check -> assertThat(calls.contains("- `" + check.id() + "`: "))
                        .as(check.id())
                        .isEqualTo(check.level() == Level.MUST));
    }
}
