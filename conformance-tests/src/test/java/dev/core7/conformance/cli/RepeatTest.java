package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is repeated, and results that differ between the rounds are reported. */
class RepeatTest {
    @TempDir
    private Path folder;

    private Judged repeated(OddServer server, String... more) throws IOException {
        var arguments = new String[more.length + 2];
        arguments[0] = "--repeat";
        System.arraycopy(more, 0, arguments, 1, more.length);
        arguments[more.length + 1] = "--read-only";
        return Judged.of(server.url(), folder, Judged.environment(), arguments);
    }

    @Test
    void a_server_that_alternates_is_reported_as_unstable_with_the_worst_verdict() throws IOException {
        var isHealed = new AtomicBoolean();
        try (var server = new OddServer((exchange, request) -> {
            boolean isList = request.path().endsWith("/annotations/");
            boolean hasKey = !request.header("authorization").isEmpty();
            if (request.path().endsWith("?limit=1")) {
                isHealed.set(true);
            }
            int status = hasKey ? isList && !isHealed.get() ? 500 : 200 : 401;
            OddServer.send(exchange, status, "application/json", "{}");
        })) {
            var judged = repeated(server, "3", "--operation", "annotations_list");
            assertThat(judged.kit().code()).isEqualTo(1);
            assertThat(judged.kit().out())
                    .contains("WARNING: this is round ", " of 3, the one with the worst verdict")
                    .containsPattern("WARNING: unstable: annotations_list/documented: .*status-code failed in round 1,"
                            + " passed in round 2, passed in round 3");
            assertThat(Files.readString(judged.folder().resolve("report.json")))
                    .contains("\"unstable: annotations_list/");
            assertThat(Files.readString(judged.folder().resolve("report.html")))
                    .contains("unstable: annotations_list/");
            assertThat(Kit.run("verify-report", judged.folder().toString()).code())
                    .isZero();
        }
    }

    @Test
    void a_stable_server_has_no_unstable_results() throws IOException {
        try (var server = OddServer.always(200, "application/json", "{}")) {
            var judged = repeated(server, "2", "--operation", "annotations_list");
            assertThat(judged.kit().out())
                    .contains("WARNING: this is round 1 of 2")
                    .doesNotContain("unstable:");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "11"})
    void the_number_of_rounds_is_limited(String rounds) {
        assertThat(Kit.run("check", "--repeat", rounds).complaint())
                .isEqualTo("2 kit: --repeat " + rounds + ": give a number from 1 to 10" + System.lineSeparator());
    }

    @Test
    void shards_are_not_repeated() {
        assertThat(Kit.run("check", "--repeat", "2", "--shard", "1/2").complaint())
                .startsWith("2 kit: --repeat with --shard: ");
    }
}
