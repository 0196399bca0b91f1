package dev.core7.conformance.report;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.recording.RecordedExchange;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.contract.Json;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes every request of the run in the order of sending, one JSON object per line. {@code transcript.schema.json} in this
 * package describes a line. {@code kit verify-report} reads the file.
 */
@AutoService(Reporter.class)
public final class TranscriptReporter implements Reporter {
    /** The limit for a response body: 1 MiB, five times the largest page that the API returns by default. */
    private static final int MAX_BODY = 1024 * 1024;

    @Override
    public String fileName() {
        return "transcript.ndjson";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        for (Attempt attempt : report.attempts()) {
            var json = RecordedExchange.of(attempt).json(MAX_BODY);
            json.put("curl", CurlCommand.of(report.target(), attempt.request()));
            out.write(Json.write(json));
            out.write("\n");
        }
    }
}
