package dev.core7.conformance.diff;

import dev.core7.conformance.run.Finding;
import dev.core7.conformance.run.TerminalText;
import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report.json as another run left it.
 *
 * @param contract the digest of what was judged by
 * @param json the whole of it
 * @param judgements by the id of the result
 */
record ReportFile(
        String run, String url, String contract, String verdict, Map<?, ?> json, Map<String, Judgement> judgements) {
    /** Its name in the folder of a run. */
    static final String NAME = "report.json";

    /**
     * Reads a report.
     *
     * @param path the file, or the folder it stands in
     * @throws InputException where it is missing, or is no report
     */
    static ReportFile read(Path path) {
        var file = Files.isDirectory(path) ? path.resolve(NAME) : path;
        var json = parse(file);
        if (!Long.valueOf(1).equals(number(json.get("format"))) || !(json.get("results") instanceof List<?> results)) {
            throw new InputException(file + ": no report.json of format 1: give one that kit check has written");
        }
        var judgements = new LinkedHashMap<String, Judgement>();
        for (Object result : results) {
            var judgement = judgement(map(result));
            judgements.put(judgement.id(), judgement);
        }
        return new ReportFile(
                text(json, "run"),
                text(map(json.get("target")), "url"),
                text(map(json.get("contract")), "sha256"),
                text(json, "verdict"),
                json,
                judgements);
    }

    /** What it says of that clause; absent where it does not have it. */
    Judgement of(String id) {
        return judgements.getOrDefault(id, Judgement.absent(id));
    }

    /** The line about it, a line break at its end; {@code name} is what it is called there. */
    String line(String name) {
        return TerminalText.of(name + "  run " + run + " of " + url + ": " + verdict.replace('-', ' ')) + "\n";
    }

    private static Map<?, ?> parse(Path file) {
        try {
            return map(Json.parse(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new InputException(file + ": cannot be read: give a report.json, or the folder it stands in", e);
        } catch (Json.NotJsonException e) {
            throw new InputException(file + ": no report.json: " + e.getMessage(), e);
        }
    }

    private static Judgement judgement(Map<?, ?> result) {
        var findings = result.get("findings") instanceof List<?> list ? list : List.of();
        return new Judgement(
                text(result, "id"),
                text(result, "level"),
                text(result, "outcome"),
                text(result, "reason"),
                findings.stream()
                        .map(ReportFile::map)
                        .map(f -> new Finding(text(f, "where"), text(f, "expected"), text(f, "actual")))
                        .toList());
    }

    private static Long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0L;
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> json, String name) {
        return json.get(name) instanceof String text ? text : "";
    }
}
