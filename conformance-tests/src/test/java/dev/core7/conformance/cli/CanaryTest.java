package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that echoes keys wherever it can does not get one into anything that the kit writes. */
class CanaryTest {
    private static final Map<String, String> CANARIES =
            Map.of("KEY_ALL", "phx_canaryAll91b2", "KEY_READERS", "phx_canaryReaders77f0");

    @TempDir
    private Path folder;

    private static OddServer echo() {
        return new OddServer((exchange, request) -> {
            var key = String.join(",", request.header("authorization"));
            exchange.getResponseHeaders().set("Allow", key);
            exchange.getResponseHeaders().set("X-Echo", key);
            var type = request.method().equals("GET") ? "application/json; key=\"" + key + "\"" : "text/html";
            int status =
                    request.path().contains("limit") ? 500 : request.method().equals("GET") ? 200 : 403;
            exchange.getResponseHeaders().set(key.replaceAll("\\W", "-"), "in a name");
            OddServer.send(
                    exchange,
                    status,
                    type,
                    "{\"id\": \"" + key + "\", \"results\": \"" + escaped(key) + "\", \"count\": \""
                            + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)) + "\"}");
        });
    }

    private static String escaped(String text) {
        return text.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
    }

    @Test
    void no_key_that_a_server_echoes_is_written_anywhere() throws IOException {
        try (var server = echo()) {
            var judged = Judged.of(
                    server.url(), folder, CANARIES, "--operation", "annotations_list", "--operation", "cohorts_create");
            assertThat(server.seen().toString()).contains(CANARIES.values());
            assertThat(List.of(judged.kit().out(), judged.kit().err())).allSatisfy(CanaryTest::isClean);
            assertThat(judged.kit().out()).contains("KEY_READERS");
            try (var files = Files.list(judged.folder())) {
                for (Path file : files.toList()) {
                    isClean(Files.readString(file, StandardCharsets.UTF_8));
                }
            }
        }
    }

    private static void isClean(String text) {
        assertThat(text.toLowerCase(Locale.ROOT))
                .doesNotContain("canary", "\\u0063\\u0061\\u006e", "y2fuyxj5", "jhbmfye", "nhbmfye");
    }
}
