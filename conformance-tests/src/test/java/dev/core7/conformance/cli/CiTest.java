package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.run.Reporter;
import dev.core7.contract.YamlNode;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs the kit in the CI of others names only what there is. */
class CiTest {
    private static final Path ROOT = Path.of("..");
    private static final Path SCRIPT = ROOT.resolve("ci/github.sh");
    private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z][a-z-]*");

    @TempDir
    private Path folder;

    private static YamlNode yaml(String file) throws IOException {
        return YamlNode.parse(Files.readString(ROOT.resolve(file)), file);
    }

    private static String field(YamlNode node, String below) {
        return node.at(below).orElseThrow().text();
    }

    private static List<String> options(String text) {
        return OPTION.matcher(text).results().map(found -> found.group()).toList();
    }

    @Test
    void the_action_hands_every_input_to_a_script_that_is_there_and_can_be_run() throws IOException {
        var action = yaml("action.yml");
        var step = action.at("/runs/steps").orElseThrow().list().get(0);
        assertThat(field(step, "/run")).isEqualTo("\"$GITHUB_ACTION_PATH/ci/github.sh\"");
        assertThat(SCRIPT).isExecutable();
        var handed = step.at("/env").orElseThrow().mapping().values().stream()
                .map(YamlNode::text)
                .toList();
        assertThat(action.at("/inputs").orElseThrow().mapping().keySet())
                .allSatisfy(input -> assertThat(handed).contains("${{ inputs." + input + " }}"));
        assertThat(Files.readString(SCRIPT))
                .contains(step.at("/env").orElseThrow().mapping().keySet());
        assertThat(field(action, "/outputs/report/value"))
                .isEqualTo("${{ steps." + field(step, "/id") + ".outputs.report }}");
    }

    @Test
    void the_template_for_gitlab_keeps_reports_that_are_written() throws IOException {
        var job = yaml("ci/gitlab.yml").need("core7-conformance", "the job");
        var out = folderOf(job.at("/script").orElseThrow().texts().get(0));
        assertThat(job.at("/artifacts/paths").orElseThrow().texts()).containsExactly(out + "/");
        assertThat(written(out)).contains(field(job, "/artifacts/reports/junit"));
    }

    @Test
    void the_pipeline_for_jenkins_is_groovy_and_keeps_reports_that_are_written() throws IOException {
        var pipeline = Files.readString(ROOT.resolve("ci/Jenkinsfile"));
        new GroovyShell().parse(pipeline);
        var out = folderOf(step("sh", pipeline));
        assertThat(step("archiveArtifacts", pipeline)).isEqualTo(out + "/**");
        assertThat(written(out)).contains(step("junit", pipeline));
    }

    /** What a step of a pipeline is given. */
    private static String step(String name, String pipeline) {
        var step = Pattern.compile("(?m)^ *" + name + " '(.*)'$").matcher(pipeline);
        assertThat(step.find()).as(name).isTrue();
        return step.group(1);
    }

    /** The folder that a line which runs the kit, with options that there are, has the reports written to. */
    private static String folderOf(String line) {
        assertThat(options(line))
                .isNotEmpty()
                .isSubsetOf(options(Kit.run("check", "--help").out()));
        assertThat(ROOT.resolve(line.substring(line.indexOf('/') + 1, line.indexOf(' '))))
                .isExecutable();
        return line.split("--out ")[1].split(" ")[0];
    }

    private static List<String> written(String out) {
        return ServiceLoader.load(Reporter.class).stream()
                .map(reporter -> out + "/" + reporter.get().fileName())
                .toList();
    }

    @Test
    void every_option_that_the_script_gives_to_check_is_one() throws IOException {
        assertThat(options(Files.readString(SCRIPT).replace('(', ' ')))
                .contains("--target", "--strict", "--baseline", "--shard")
                .isSubsetOf(options(Kit.run("check", "--help").out()));
    }

    @ParameterizedTest
    @CsvSource({"0, ''", "1, not conformant", "2, bad usage", "3, incomplete"})
    void the_script_ends_as_check_does_and_shows_its_summary(int code, String annotation)
            throws IOException, InterruptedException {
        var kit = folder.resolve("kit");
        Files.writeString(kit, """
                #!/usr/bin/env bash
                printf '%%s\\n' "$@" >arguments
                mkdir -p reports && echo '# the summary' >reports/summary.md
                exit %d
                """.formatted(code));
        assertThat(kit.toFile().setExecutable(true)).isTrue();
        var log = folder.resolve("log");
        var builder = new ProcessBuilder("bash", SCRIPT.toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("KIT", kit.toString());
        environment.put("TARGET", "my target.yaml");
        environment.put("STRICT", "true");
        environment.put("BASELINE", "known.yaml");
        environment.put("SHARD", "2/3");
        environment.put("OUT", "reports");
        environment.put("GITHUB_OUTPUT", folder.resolve("output").toString());
        environment.put("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString());
        assertThat(builder.start().waitFor()).isEqualTo(code);
        assertThat(Files.readAllLines(folder.resolve("arguments")))
                .isEqualTo(List.of(
                        "check",
                        "--target",
                        "my target.yaml",
                        "--out",
                        "reports",
                        "--strict",
                        "--baseline",
                        "known.yaml",
                        "--shard",
                        "2/3"));
        assertThat(folder.resolve("summary")).hasContent("# the summary");
        assertThat(folder.resolve("output")).hasContent("report=reports");
        assertThat(Files.readString(log)).contains(annotation);
        assertThat(Files.readString(log).startsWith("::error ")).isEqualTo(code != 0);
    }
}
