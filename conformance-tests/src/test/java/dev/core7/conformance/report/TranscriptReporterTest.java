package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.contract.Json;
import dev.core7.contract.JsonPointer;
import dev.core7.contract.Schema;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TranscriptReporterTest {
    private static List<@Nullable Object> lines(Report report) throws IOException, Json.NotJsonException {
        var out = new StringWriter();
        new TranscriptReporter().write(report, out);
        assertThat(out.toString()).doesNotContain(Targets.SECRET, Runs.KEY.value());
        var lines = new ArrayList<@Nullable Object>();
        for (String line : out.toString().split("\n")) {
            lines.add(Json.parse(line));
        }
        return lines;
    }

    private static Exchange read(String body) {
        return Runs.exchange("cohorts_list", new Purpose.Documented(""), 200, body);
    }

    @Test
    void is_found_among_the_reporters() {
        assertThat(ServiceLoader.load(Reporter.class))
                .anySatisfy(reporter -> assertThat(reporter.fileName()).isEqualTo("transcript.ndjson"));
    }

    @Test
    void every_line_fits_the_schema_whatever_came() throws IOException, Json.NotJsonException {
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("transcript.schema.json"))) {
            var schema = Schema.document(Objects.requireNonNull(Json.parse(in.readAllBytes())));
            var report = Reports.everyOutcome(false);
            var lines = lines(report);
            assertThat(lines)
                    .hasSameSizeAs(report.exchanges())
                    .allSatisfy(line -> assertThat(schema.violations(line)).isEmpty());
            var stranger = Json.parse(Json.write(lines.get(0)).replace("\"curl\"", "\"curly\""));
            assertThat(schema.violations(stranger)).isNotEmpty();
        }
    }

    @Test
    void tells_the_exchange_and_the_name_of_its_key() throws IOException, Json.NotJsonException {
        var line = lines(Runs.report(List.of(), List.of(read("{\"id\":1}")))).get(0);
        assertThat(JsonPointer.find(line, "/case")).isEqualTo("cohorts_list/documented");
        assertThat(JsonPointer.find(line, "/request/key")).isEqualTo("readers");
        assertThat(JsonPointer.find(line, "/request/headers/Accept")).isEqualTo("application/json");
        assertThat(JsonPointer.find(line, "/response/status")).hasToString("200");
        assertThat(JsonPointer.find(line, "/response/headers/content-type/0")).isEqualTo("application/json");
        assertThat(JsonPointer.find(line, "/response/body")).isEqualTo("{\"id\":1}");
        assertThat(JsonPointer.find(line, "/response/cut")).isEqualTo(false);
    }

    @Test
    void cuts_a_long_body_and_says_so() throws IOException, Json.NotJsonException {
        var line = lines(Runs.report(List.of(), List.of(read("x".repeat(1_048_577)))))
                .get(0);
        assertThat(JsonPointer.find(line, "/response/body").equals("x".repeat(1_048_576)))
                .isTrue();
        assertThat(JsonPointer.find(line, "/response/cut")).isEqualTo(true);
    }

    @Test
    void keeps_the_order_of_sending() throws IOException, Json.NotJsonException {
        var lines = lines(Runs.report(List.of(), List.of(read("2"), read("1"))));
        assertThat(lines)
                .extracting(line -> JsonPointer.find(line, "/response/body"))
                .containsExactly("2", "1");
    }
}
