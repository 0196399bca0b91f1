package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.diff.Verification;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.report.Certificate;
import dev.core7.conformance.report.ConsoleSummary;
import dev.core7.conformance.report.ReplaySummary;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.selection.Shard;
import dev.core7.conformance.shard.Merge;
import dev.core7.conformance.shard.ShardFile;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reports, their verification and shards make of requests without a response. */
class NoResponseReportsTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String KIT = Certificate.ofThisBuild().sha256();
    private static final String CLOSED = "the server closed the connection";

    @TempDir
    private Path folder;

    private static Runner runner() {
        var server = new FakeServer(CONTRACT) {
            @Override
            public Response send(Request request) throws NoAnswerException {
                boolean updates = request.method().equals("PATCH")
                        && request.path().matches(".*/annotations/\\d+/")
                        && !String.valueOf(request.body()).contains("deleted");
                if (updates || request.path().contains("kind=no-such-value")) {
                    throw new NoAnswerException(CLOSED, false);
                }
                return super.send(request);
            }
        };
        return new Runner(CONTRACT, Targets.full(CONTRACT), server, Selection.ALL);
    }

    private static Report run(Runner runner) {
        try {
            return runner.run(false, Progress.SILENT);
        } catch (Runner.UnreachableException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> failures(Report report) {
        return report.results(Outcome.Failed.class).stream()
                .map(result -> result.id() + " " + result.outcome())
                .toList();
    }

    @Test
    void the_console_tells_it_first_with_a_line_that_replays_it() {
        assertThat(ConsoleSummary.of(run(runner())))
                .startsWith("FAILED   annotations_partial_update/documented  status-code (MUST)")
                .containsPattern(
                        "actual    " + CLOSED
                                + "\n  replay    ./kit replay annotations_partial_update/documented --target FILE\n  sent      curl .*PATCH");
    }

    @Test
    void every_report_tells_it_and_the_transcript_proves_it() throws IOException {
        var report = run(runner());
        for (Reporter reporter : ServiceLoader.load(Reporter.class)) {
            try (var out = Files.newBufferedWriter(folder.resolve(reporter.fileName()))) {
                reporter.write(report, out);
            }
        }

        for (String file :
                List.of("report.json", "report.html", "summary.md", "junit.xml", "report.sarif", "transcript.ndjson")) {
            assertThat(folder.resolve(file)).content().contains(CLOSED);
        }
        var verification = Verification.of(folder, CONTRACT, List.of(), KIT);
        assertThat(verification.text()).doesNotContain("REJECTED");
        assertThat(verification.follows()).isTrue();
        assertThat(failures(verification.again())).isEqualTo(failures(report));
    }

    @Test
    void replay_shows_the_request_and_why_nothing_came() {
        assertThat(ReplaySummary.of(run(runner()), "annotations_partial_update/documented"))
                .contains("> PATCH ", "< no response: " + CLOSED, "failed         MUST    status-code")
                .doesNotContain("not sent");
    }

    @Test
    void shards_put_together_say_what_the_whole_run_says() {
        var shards = IntStream.of(1, 2).mapToObj(this::shard).toList();

        var merged = Merge.of(shards, CONTRACT, List.of());

        assertThat(failures(merged)).containsExactlyInAnyOrderElementsOf(failures(run(runner())));
    }

    private Path shard(int number) {
        var shard = new Shard(number, 2);
        var part = folder.resolve(String.valueOf(number));
        try {
            Files.createDirectories(part);
            Files.writeString(
                    part.resolve(ShardFile.FILE_NAME), ShardFile.of(run(runner().only(shard)), shard, List.of(), KIT));
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
