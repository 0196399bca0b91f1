package dev.core7.conformance.run;

import java.io.IOException;
import java.io.Writer;

/** Writes a report in one format. */
public interface Reporter {
    /** The name of the file in the output folder, such as {@code report.json}. */
    String fileName();

    /**
     * Writes the whole report.
     *
     * @throws IOException if {@code out} cannot be written
     */
    void write(Report report, Writer out) throws IOException;
}
