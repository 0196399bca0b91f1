package dev.core7.conformance.diff;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.conformance.recording.TerminalText;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A report.json of an earlier run.
 *
 * @param contract the digest of the contract
 * @param json the complete content
 * @param results the results by id
 */
record ReportFile(
        String run, String url, String contract, String verdict, JsonFields json, Map<String, RecordedResult> results) {
    /** The file's name in the output folder of a run. */
    static final String NAME = "report.json";

    private static final int FORMAT = 1;

    /**
     * Reads a report.
     *
     * @param path the file, or its folder
     * @throws InputException if the file is missing, or is not a report
     */
    static ReportFile read(Path path) {
        var file = Files.isDirectory(path) ? path.resolve(NAME) : path;
        var json = parse(file);
        if (json.number("format") != FORMAT) {
            throw json.problem("format", "is " + json.number("format") + ", not " + FORMAT);
        }
        var results = new LinkedHashMap<String, RecordedResult>();
        json.objects("results").forEach(result -> results.put(result.text("id"), RecordedResult.of(result)));
        return new ReportFile(
                json.text("run"),
                json.below("target").text("url"),
                json.below("contract").text("sha256"),
                json.text("verdict"),
                json,
                results);
    }

    /** Returns the result with that id, or an absent one. */
    RecordedResult result(String id) {
        return results.getOrDefault(id, RecordedResult.absent(id));
    }

    /** Returns a line that describes the report and starts with {@code label}. */
    String line(String label) {
        return TerminalText.of(label + "  run " + run + " of " + url + ": " + verdict.replace('-', ' ')) + "\n";
    }

    private static JsonFields parse(Path file) {
        try {
            return JsonFields.parse(
                    InputFile.text(file, InputFile.GENERATED_LIMIT),
                    file.toString(),
                    "not a report.json written by this kit");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: give a report.json or its folder", e);
        }
    }
}
