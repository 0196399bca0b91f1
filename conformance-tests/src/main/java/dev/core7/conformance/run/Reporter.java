package dev.core7.conformance.run;

import java.io.IOException;
import java.io.Writer;

/** Writes a report in one format. */
public interface Reporter {
    /** The file's name in the output folder, such as {@code report.json}. */
    String fileName();

    /**
     * Writes the whole report.
     *
     * @throws IOException where {@code out} does not take it
     */
    void write(Report report, Writer out) throws IOException;
}
