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
 * Objects that a ledger lists as not yet removed.
 *
 * @param url the URL of the server
 * @param cleanups the requests that remove the created objects, oldest first
 * @param unconfirmed the create requests whose outcome is unknown; an object they created is recognised by its mark
 * @param broken a message for each line that cannot be read
 */
record Leftovers(String url, List<Entry> cleanups, List<Entry> unconfirmed, List<String> broken) {
    private static final List<String> EVENTS = List.of("creating", "created", "refused", "tidied-up");

    /** One line of a ledger: an event and the request that it is about. */
    record Entry(String event, String method, String path, String body, String mark) {}

    /**
     * Reads a ledger; lines that cannot be read are skipped and listed in {@link #broken}.
     *
     * @throws InputException if the file is missing, or its first line is not that of a ledger
     */
    static Leftovers read(Path file) {
        var lines = completeLines(file);
        var url = parse(lines.isEmpty() ? "" : lines.get(0), file, 1).text("url");
        var created = new LinkedHashMap<String, Entry>();
        var unconfirmed = new ArrayList<Entry>();
        var broken = new ArrayList<String>();
        for (int i = 1; i < lines.size(); i++) {
            try {
                take(entry(parse(lines.get(i), file, i + 1)), created, unconfirmed);
            } catch (InputException e) {
                broken.add(String.valueOf(e.getMessage()));
            }
        }
        return new Leftovers(url, new ArrayList<>(created.values()), unconfirmed, broken);
    }

    private static void take(Entry entry, Map<String, Entry> created, List<Entry> unconfirmed) {
        // Requests may be parallel: a response belongs to the create request with the same mark.
        switch (entry.event()) {
            case "creating" -> unconfirmed.add(entry);
            case "created" -> {
                settle(unconfirmed, entry);
                created.put(entry.path(), entry);
            }
            case "refused" -> settle(unconfirmed, entry);
            case "tidied-up" -> created.remove(entry.path());
            default -> throw new IllegalStateException(entry.event());
        }
    }

    private static void settle(List<Entry> unconfirmed, Entry response) {
        for (int i = unconfirmed.size() - 1; i >= 0; i--) {
            if (unconfirmed.get(i).mark().equals(response.mark())) {
                unconfirmed.remove(i);
                return;
            }
        }
    }

    /**
     * Returns the lines without an incomplete last one. The run was killed while it wrote that line, so its request was not
     * sent.
     */
    private static List<String> completeLines(Path file) {
        try {
            var text = InputFile.text(file, InputFile.GENERATED_LIMIT);
            boolean complete = text.endsWith("\n") || text.endsWith("}");
            return text.substring(0, complete ? text.length() : text.lastIndexOf('\n') + 1)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new InputException(
                    file + ": cannot be read: give the path of a " + FileLedger.FILE_NAME
                            + "; it is in the folder of the reports",
                    e);
        }
    }

    private static JsonFields parse(String line, Path file, int number) {
        return JsonFields.parse(line, file + ":" + number, "not a line of a ledger");
    }

    private static Entry entry(JsonFields line) {
        var event = line.text("event");
        if (!EVENTS.contains(event)) {
            throw line.problem("event", "is not an event of a ledger");
        }
        return new Entry(event, line.text("method"), line.text("path"), line.text("body"), line.text("mark"));
    }
}
