package dev.core7.conformance.report;

import com.google.auto.service.AutoService;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import java.io.IOException;
import java.io.Writer;

/** The report for people: one HTML file without scripts and external resources. */
@AutoService(Reporter.class)
public final class HtmlReporter implements Reporter {
    /** The name of the file. */
    public static final String FILE_NAME = "report.html";

    @Override
    public String fileName() {
        return FILE_NAME;
    }

    @Override
    public void write(Report report, Writer out) throws IOException {
        out.write(HtmlTemplate.load("report.html").fill(ReportPage.of(report)));
    }
}
