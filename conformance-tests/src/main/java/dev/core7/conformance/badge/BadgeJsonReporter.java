package dev.core7.conformance.badge;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.contract.Json;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;

/** The badge as JSON for an endpoint badge of shields.io. Publish the file, and shields.io draws the badge. */
@AutoService(Reporter.class)
public final class BadgeJsonReporter implements Reporter {
    /** The version of the endpoint's format. */
    private static final int SCHEMA_VERSION = 1;

    @Override
    public String fileName() {
        return "badge.json";
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        var badge = Badge.of(report);
        var json = new LinkedHashMap<String, Object>();
        json.put("schemaVersion", SCHEMA_VERSION);
        json.put("label", badge.label());
        json.put("message", badge.message());
        json.put("color", badge.colour().shields());
        out.write(Json.pretty(json) + "\n");
    }
}
