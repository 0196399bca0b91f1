package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What makes the command line pleasant. */
class ComfortTest {
    @TempDir
    private Path folder;

    private Kit check(Map<String, String> environment, String... more) {
        var arguments =
                new ArrayList<>(List.of("check", "--out", folder.resolve("out").toString()));
        arguments.addAll(List.of("--operation", "annotations_list"));
        arguments.addAll(List.of(more));
        return Kit.run(environment, arguments);
    }

    @Test
    void quiet_prints_the_verdict_and_nothing_else() {
        var kit = check(Map.of("CI", "true"), "--quiet");
        assertThat(kit.out()).isEqualTo("Verdict: conformant" + System.lineSeparator());
        assertThat(kit.err()).isEmpty();
        assertThat(folder.resolve("out/report.html")).isNotEmptyFile();
    }

    @Test
    void in_a_ci_the_progress_is_told_in_plain_lines() {
        assertThat(check(Map.of("CI", "true")).err().lines())
                .hasSizeBetween(2, 4)
                .allMatch(line -> line.matches("kit: \\d+ of \\d+"));
    }

    @Test
    void every_command_takes_no_color_and_prints_none() {
        for (String command : List.of("check", "mock", "list")) {
            assertThat(Kit.run(command, "--no-color", "--help").out())
                    .startsWith("Usage: kit " + command)
                    .doesNotContain("\u001b");
        }
        assertThat(Kit.run("list", "checks", "--no-color").complaint()).isEqualTo("0 ");
    }

    @Test
    void bash_completes_commands_and_options() throws IOException, InterruptedException {
        var script = Files.writeString(
                folder.resolve("kit.bash"), Kit.run("completion").out());
        var ask = "source " + script
                + "; COMP_WORDS=(kit %s); COMP_CWORD=%d; _complete_kit 2>/dev/null; echo \"${COMPREPLY[@]}\"";
        assertThat(bash(ask.formatted("ver", 1))).isEqualTo("verify-report");
        assertThat(bash(ask.formatted("check --only", 2))).isEqualTo("--only-failed-of");
    }

    private static String bash(String command) throws IOException, InterruptedException {
        var process = new ProcessBuilder("bash", "-c", command).start();

        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor()).as(out).isZero();
        return out;
    }

    @Test
    void the_plan_of_the_embedded_mock_is_the_run_itself() throws IOException {
        var plan = Kit.run("plan");
        assertThat(plan.out())
                .contains("These are the numbers of a run against the embedded mock.")
                .doesNotContain(" not proven: ");
        Kit.run("check", "--out", folder.resolve("out").toString());
        var report = Files.readString(folder.resolve("out/report.json"));
        var requests = report.replaceFirst("(?s).*\"requests\" : (\\d+).*", "$1");
        assertThat(plan.out()).contains(": " + requests + ", including ");
    }
}
