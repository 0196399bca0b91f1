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
 * A report.json as another run left it.
 *
 * @param contract the digest of what was judged by
 * @param json the whole of it
 * @param judgements by the id of the result
 */
record ReportFile(
        String run,
        String url,
        String contract,
        String verdict,
        JsonFields json,
        Map<String, RecordedResult> judgements) {
    /** Its name in the folder of a run. */
    static final String NAME = "report.json";

    private static final int FORMAT = 1;

    /**
     * Reads a report.
     *
     * @param path the file, or the folder it stands in
     * @throws InputException where it is missing, or is no report
     */
    static ReportFile read(Path path) {
        var file = Files.isDirectory(path) ? path.resolve(NAME) : path;
        var json = parse(file);
        if (json.number("format") != FORMAT) {
            throw json.problem("format", "is " + json.number("format") + ", not " + FORMAT);
        }
        var judgements = new LinkedHashMap<String, RecordedResult>();
        json.objects("results").forEach(result -> judgements.put(result.text("id"), RecordedResult.of(result)));
        return new ReportFile(
                json.text("run"),
                json.below("target").text("url"),
                json.below("contract").text("sha256"),
                json.text("verdict"),
                json,
                judgements);
    }

    /** What it says of that clause; absent where it does not have it. */
    RecordedResult of(String id) {
        return judgements.getOrDefault(id, RecordedResult.absent(id));
    }

    /** The line about it, a line break at its end; {@code name} is what it is called there. */
    String line(String name) {
        return TerminalText.of(name + "  run " + run + " of " + url + ": " + verdict.replace('-', ' ')) + "\n";
    }

    private static JsonFields parse(Path file) {
        try {
            return JsonFields.parse(
                    InputFile.text(file, InputFile.GENERATED_LIMIT),
                    file.toString(),
                    "no report.json as this kit writes it");
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: give a report.json, or the folder it stands in", e);
        }
    }
}
