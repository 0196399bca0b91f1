package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.ContractReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.ParameterException;

/** Every mistake on the command line is one line on stderr and exit code 2. */
class UsageTest {
    @TempDir
    private Path folder;

    private static void complains(String complaint, String... arguments) {
        var kit = Kit.run(arguments);
        assertThat(kit.complaint()).isEqualTo("2 " + complaint + System.lineSeparator());
        assertThat(kit.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --bogus             | kit: Unknown option: '--bogus' (see kit --help)
            chek                | kit: Unmatched argument at index 0: 'chek'; did you mean check? (see kit --help)
            chekc               | kit: Unmatched argument at index 0: 'chekc'; did you mean check? (see kit --help)
            list flow           | kit list: Unmatched argument at index 1: 'flow'; did you mean flows? (see kit list --help)
            check --strikt      | kit check: Unknown option: '--strikt'; did you mean --strict? (see kit check --help)
            check --bogus       | kit check: Unknown option: '--bogus' (see kit check --help)
            check x             | kit check: Unmatched argument at index 1: 'x' (see kit check --help)
            check --timeout 0   | kit: --timeout 0: give a number of seconds above 0
            check --timeout -1  | kit: --timeout -1: give a number of seconds above 0
            check --timeout 1s  | kit check: Invalid value for option '--timeout': '1s' is not an int (see kit check --help)
            check --max-requests-per-minute 0 | kit: --max-requests-per-minute 0: give a number above 0
            check --max-requests-per-minute -5 | kit: --max-requests-per-minute -5: give a number above 0
            check --out         | kit check: Missing required parameter for option '--out' (DIR) (see kit check --help)
            check --operation   | kit check: Missing required parameter for option '--operation' at index 0 (ID) (see kit check --help)
            check --jobs 0      | kit: --jobs 0: give a number above 0
            check --shard 6/5   | kit: --shard 6/5: expected a shard and the number of shards, from 1/5 to 5/5
            check --shard 0/5   | kit: --shard 0/5: expected a shard and the number of shards, from 1/5 to 5/5
            check --shard x     | kit: --shard x: expected a shard and the number of shards, from 1/5 to 5/5
            check --shard 1/99  | kit: --shard 1/99: this run can be split into at most 35 shards
            merge               | kit merge: Missing required parameter: 'DIR' (see kit merge --help)
            mock --flows x      | kit mock: Unknown options: '--flows', 'x' (see kit mock --help)
            self-test --flows x | kit self-test: Unknown options: '--flows', 'x' (see kit self-test --help)
            mock --port 65536   | kit: port 65536 is invalid: give a number from 0 (any free port) to 65535
            mock --https-port -1 | kit: port -1 is invalid: give a number from 0 (any free port) to 65535
            mock --admin-token= | kit: the admin token is blank: give it a value, or leave it out
            mock --log loud     | kit mock: Invalid value for option '--log': expected one of [OFF, VIOLATIONS, REQUESTS] (case-insensitive) but was 'loud' (see kit mock --help)
            mock --seed x       | kit mock: Invalid value for option '--seed': 'x' is not a long (see kit mock --help)
            mock --prefer delay | kit: prefer delay: delay: Expected 0 to 60000 milliseconds, such as 250, 100-300 or 90~0.4 (median and sigma).
            mock --port x       | kit mock: Invalid value for option '--port': 'x' is not an int (see kit mock --help)
            """)
    void a_mistake_is_told_in_one_line(String arguments, String complaint) {
        complains(complaint, arguments.split(" "));
    }

    @Test
    void a_typo_in_an_operation_is_told_with_the_names_there_are() {
        var ids =
                ContractReader.bundled().operations().stream().map(o -> o.id()).collect(Collectors.joining(", "));
        complains(
                "kit: --operation cohorts_lst: unknown operation; the contract has " + ids,
                "check",
                "--operation",
                "cohorts_lst");
    }

    @Test
    void a_contract_that_is_missing_or_broken_is_told_with_its_line() throws IOException {
        var file = folder.resolve("openapi.yaml");
        complains(
                "kit: " + file + ": no such file: give the path of an OpenAPI 3.1 document",
                "check",
                "--contract",
                file.toString());
        Files.writeString(file, "openapi: 3.1.0\ninfo: {title: x, version: [}\n");
        assertThat(Kit.run("check", "--contract", file.toString()).complaint())
                .startsWith("2 kit: " + file + ":2: not YAML: ")
                .hasLineCount(1);
        Files.writeString(file, "openapi: 3.0.3\n");
        complains(
                "kit: " + file + ":1: /openapi: expected OpenAPI 3.1, got 3.0.3",
                "mock",
                "--contract",
                file.toString());
        assertThat(Kit.run("check", "--contract", folder.toString()).complaint())
                .startsWith("2 kit: " + folder + ": cannot be read: ")
                .hasLineCount(1);
    }

    @Test
    void an_out_folder_that_cannot_be_written_is_told_before_anything_is_sent() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        complains("kit: --out " + file + ": is a file: name a folder", "check", "--out", file.toString());
        var below = file.resolve("below");
        complains(
                "kit: --out " + below + ": cannot be written: name a folder that you may write to",
                "check",
                "--out",
                below.toString());
    }

    @Test
    void a_draft_that_cannot_be_written_is_told_before_anything_is_sent() throws IOException {
        var out = folder.resolve("out");
        var advice = ": cannot be written: give a file in an existing folder that you may write to";
        var lost = folder.resolve("none").resolve("known.yaml");
        complains("kit: --write-baseline " + lost + advice, draft(lost, out));
        var below = Files.writeString(folder.resolve("file"), "").resolve("known.yaml");
        complains("kit: --write-baseline " + below + advice, draft(below, out));
        complains("kit: --write-baseline " + folder + ": is a folder: give a file", draft(folder, out));
        assertThat(out.resolve("ledger.ndjson")).as("nothing was begun").doesNotExist();
    }

    private static String[] draft(Path file, Path out) {
        return new String[] {"check", "--write-baseline", file.toString(), "--out", out.toString()};
    }

    @Test
    void a_port_in_use_is_told_in_one_line() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = socket.getLocalPort();
            complains(
                    "kit: port " + port + " of 127.0.0.1 is in use: stop what listens there, or choose another port"
                            + " (0: any free one)",
                    "mock",
                    "--port",
                    String.valueOf(port));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "mock",
                "plan",
                "explain",
                "diff",
                "replay",
                "verify-report",
                "merge",
                "list",
                "cleanup",
                "self-test"
            })
    void the_help_of_a_command_ends_with_examples_that_it_takes(String command) {
        var examples = Kit.run(command, "--help")
                .out()
                .lines()
                .dropWhile(line -> !line.equals("Examples:"))
                .filter(line -> line.startsWith("  kit " + command))
                .map(line -> line.substring("  kit ".length()))
                .toList();
        var quiet = new PrintWriter(Writer.nullWriter());
        assertThat(examples).isNotEmpty().allSatisfy(example -> {
            // Read anew each time, and not carried out.
            Main.line(new Console(Map.of(), quiet, quiet)).parseArgs(example.split(" "));
            assertThatThrownBy(() -> Main.line(new Console(Map.of(), quiet, quiet))
                            .parseArgs((example + " --nonsense").split(" ")))
                    .isInstanceOf(ParameterException.class);
        });
    }

    @Test
    void no_command_shows_the_help_and_is_no_verdict() {
        var kit = Kit.run();
        assertThat(kit.code()).isEqualTo(2);
        assertThat(kit.err()).startsWith("Usage: kit [-hV] [--no-color] COMMAND");
    }

    @Test
    void help_shows_the_commands_the_options_and_the_exit_codes() {
        var kit = Kit.run("--help");
        assertThat(kit.code()).isZero();
        assertThat(kit.out())
                .startsWith("Usage: kit [-hV] [--no-color] COMMAND")
                .contains("  check  ", "  mock   ");
        assertThat(Kit.run("check", "--help").out())
                .contains("--target=FILE", "--out=DIR", "--contract=FILE", "--operation=ID", "--read-only", "--strict")
                .contains("--jobs=N", "--shard=N/OF")
                .contains(
                        "--timeout=SECONDS",
                        "Exit codes:",
                        "  0   conformant",
                        "  1   not conformant",
                        "  3   incomplete");
        assertThat(Kit.run("--version").out()).startsWith("core7-kit ");
    }
}
