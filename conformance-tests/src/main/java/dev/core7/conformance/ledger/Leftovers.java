package dev.core7.conformance.ledger;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is left on a server, as a ledger says.
 *
 * @param url the server
 * @param tidyUps the requests that take away what was created, oldest first
 * @param broken the lines that cannot be read, by file and number
 * @param unsure the creates of which it is not known whether they came through: only their mark can tell
 */
record Leftovers(String url, List<Entry> tidyUps, List<Entry> unsure, List<String> broken) {
    private static final List<String> EVENTS = List.of("creating", "created", "refused", "tidied-up");

    /** One line. */
    record Entry(String event, String method, String path, String body, String mark) {}

    /**
     * Reads what a ledger leaves; a line that cannot be read is noted and skipped.
     *
     * @throws InputException if the file is missing, or its first line is not that of a ledger
     */
    static Leftovers read(Path file) {
        var lines = lines(file);
        var url = parse(lines.isEmpty() ? "" : lines.get(0), file, 1).text("url");
        var created = new LinkedHashMap<String, Entry>();
        var unsure = new ArrayList<Entry>();
        var broken = new ArrayList<String>();
        for (int i = 1; i < lines.size(); i++) {
            // A last line that is cut short is where the run was killed: its request was not sent yet.
            if (i == lines.size() - 1 && !lines.get(i).endsWith("}")) {
                continue;
            }
            try {
                take(entry(parse(lines.get(i), file, i + 1)), created, unsure);
            } catch (InputException e) {
                broken.add(String.valueOf(e.getMessage()));
            }
        }
        return new Leftovers(url, new ArrayList<>(created.values()), unsure, broken);
    }

    private static void take(Entry entry, Map<String, Entry> created, List<Entry> unsure) {
        // Requests may go out at once, so an answer settles the create whose mark it has, whichever is open.
        switch (entry.event()) {
            case "creating" -> unsure.add(entry);
            case "created" -> {
                settle(unsure, entry);
                created.put(entry.path(), entry);
            }
            case "refused" -> settle(unsure, entry);
            case "tidied-up" -> created.remove(entry.path());
            default -> throw new IllegalStateException(entry.event());
        }
    }

    private static void settle(List<Entry> unsure, Entry answer) {
        for (int i = unsure.size() - 1; i >= 0; i--) {
            if (unsure.get(i).mark().equals(answer.mark())) {
                unsure.remove(i);
                return;
            }
        }
    }

    private static List<String> lines(Path file) {
        try {
            return InputFile.text(file, InputFile.GENERATED_LIMIT).lines().toList();
        } catch (IOException e) {
            throw new InputException(
                    file + ": cannot be read: give the path of a " + FileLedger.FILE_NAME
                            + ", it stands beside the reports",
                    e);
        }
    }

    private static JsonFields parse(String line, Path file, int number) {
        return JsonFields.parse(line, file + ":" + number, "no line of a ledger");
    }

    private static Entry entry(JsonFields line) {
        var event = line.text("event");
        if (!EVENTS.contains(event)) {
            throw line.problem("event", "is not one of a ledger");
        }
        return new Entry(event, line.text("method"), line.text("path"), line.text("body"), line.text("mark"));
    }
}
