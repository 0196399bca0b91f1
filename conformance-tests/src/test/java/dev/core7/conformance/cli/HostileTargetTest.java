package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server answers or a file has in it, the command ends with the exit code that its user expects. */
class HostileTargetTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-1.5e999999999", "1e400"})
    void a_number_with_a_gigabyte_of_digits_is_a_wrong_value(String number) throws IOException {
        var body = "{\"id\": N, \"count\": N, \"next\": N, \"results\": [{\"id\": N}]}".replace("N", number);
        try (var server = OddServer.always(200, "application/json", body)) {
            var judged = Judged.of(server.url(), folder, Judged.environment());
            assertThat(judged.kit().code()).isEqualTo(1);
            assertThat(judged.kit().out()).doesNotContain("bug in the check");
            var verified =
                    Kit.run(Map.of(), List.of("verify-report", judged.folder().toString()));
            assertThat(verified.complaint()).isEqualTo("0 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--target", "--baseline", "--flows", "--contract"})
    void a_deeply_nested_file_is_bad_usage(String option) throws IOException {
        var deep = Files.writeString(folder.resolve("deep.yaml"), "[".repeat(20_000));
        var kit = Kit.run(
                "check", option, deep.toString(), "--out", folder.resolve("out").toString());
        assertThat(kit.complaint()).isEqualTo("2 kit: " + deep + ":1: nested deeper than 100 levels\n");
    }

    @Test
    void a_device_is_no_report() {
        var endless = Path.of("/dev/zero");
        if (Files.exists(endless)) {
            assertThat(Kit.run("diff", endless.toString(), endless.toString()).code())
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_error_never_says_not_conformant(boolean memory) {
        var err = new StringWriter();
        var broken = new Writer() {
            @Override
            public void write(char[] text, int from, int length) {
                throw memory ? new OutOfMemoryError("Java heap space") : new StackOverflowError();
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        int code = Main.run(Map.of(), new PrintWriter(broken), new PrintWriter(err), "list");
        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .startsWith(memory ? "kit: out of memory: " : "kit: internal error, please report it: ");
    }

    @Test
    void a_run_that_takes_too_long_is_incomplete_and_says_which_option_to_change() throws IOException {
        try (var server = OddServer.always(429, "application/json", "{}")) {
            var judged = Judged.of(server.url(), folder, Judged.environment(), "--max-duration", "1s");
            assertThat(judged.kit().code()).isEqualTo(3);
            assertThat(judged.kit().out()).contains("not sent within --max-duration 1s: give a longer one");
            assertThat(judged.kit().err())
                    .contains("kit: the server limits the request rate (status 429): waiting 1 s,"
                            + " and later whenever it asks to wait");
        }
    }

    @Test
    void an_unchecked_certificate_is_told_on_the_console_and_in_every_report() throws IOException {
        try (var server = OddServer.always(200, "application/json", "{}")) {
            var judged = Judged.of(
                    server.url(),
                    folder,
                    Judged.environment(),
                    "--insecure",
                    "--operation",
                    "annotations_list",
                    "--shard",
                    "1/1");
            assertThat(judged.kit().err()).contains("kit: WARNING: --insecure");
            assertThat(judged.kit().out()).contains("WARNING: --insecure: the server's certificate was not verified");
            for (String file : List.of("report.json", "report.html", "summary.md")) {
                assertThat(Files.readString(judged.folder().resolve(file))).contains("--insecure");
            }
            var merged = Kit.run(
                    "merge",
                    judged.folder().toString(),
                    "--out",
                    folder.resolve("merged").toString());
            assertThat(merged.out()).contains("WARNING: --insecure: the server's certificate was not verified");
        }
    }

    @Test
    void the_scheme_of_a_url_has_no_case_and_a_proxy_is_told_as_ignored() throws IOException {
        var proxy = Map.of(
                "HTTPS_PROXY", "http://proxy.example.com", "KEY_ALL", "phx_all_of_it", "KEY_READERS", "phx_read");
        var kit = Judged.of("HTTP://no-such-host.invalid", folder, proxy, "--max-duration", "1m")
                .kit();
        assertThat(kit.complaint())
                .isEqualTo("3 kit: HTTPS_PROXY is set but ignored: the kit connects to the server"
                        + " directly\nkit: http://no-such-host.invalid cannot be reached: no such host; nothing was judged. Start"
                        + " the server or correct url in the target file\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--max-duration=0s", "--max-duration=10", "--max-duration=1d", "--cacert=no-such-file"})
    void options_out_of_range_are_bad_usage(String option) throws IOException {
        assertThat(Judged.of("http://127.0.0.1:1", folder, Judged.environment(), option)
                        .kit()
                        .complaint())
                .startsWith("2 kit: ");
    }
}
