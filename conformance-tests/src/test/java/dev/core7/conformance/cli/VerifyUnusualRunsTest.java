package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports of unusual runs: with a baseline, without responses, or with bodies that are not text. */
class VerifyUnusualRunsTest {
    private static final String REASON = "fault";

    @TempDir
    private Path folder;

    @Test
    void a_read_only_run_with_a_baseline_is_accepted() throws IOException {
        try (var server = OddServer.always(500, "application/octet-stream", "\u00ff\u0000 oops")) {
            var draft = folder.resolve("known.yaml");
            Judged.of(server.url(), folder, Judged.environment(), "--read-only", "--write-baseline", draft.toString());
            Files.writeString(draft, Files.readString(draft).replace("say why this is known", REASON));
            var judged = Judged.of(
                    server.url(), folder, Judged.environment(), "--read-only", "--baseline", draft.toString());
            assertThat(Files.readString(judged.folder().resolve("report.json"))).contains("known-failure", REASON);
            var kit = Kit.run("verify-report", judged.folder().toString());
            assertThat(kit.complaint()).isEqualTo("0 ");
            assertThat(kit.out()).containsPattern("\nnote: \\d+ known failures follow from the transcript");
        }
    }

    @Test
    void a_run_without_responses_or_with_binary_bodies_is_accepted() throws IOException {
        var asked = new AtomicInteger();
        try (var server = new OddServer((exchange, request) -> {
            if (asked.incrementAndGet() % 3 == 0) {
                throw new IOException("hangs up");
            }
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write(new byte[] {(byte) 0xC3, 0x28, 0});
        })) {
            var judged = Judged.of(server.url(), folder, Judged.environment());
            assertThat(Files.readString(judged.folder().resolve("transcript.ndjson")))
                    .contains("\"base64\"");
            assertThat(Files.readString(judged.folder().resolve("report.json")))
                    .contains("the connection was closed without a response");
            assertThat(Kit.run("verify-report", judged.folder().toString()).complaint())
                    .isEqualTo("0 ");
        }
    }
}
