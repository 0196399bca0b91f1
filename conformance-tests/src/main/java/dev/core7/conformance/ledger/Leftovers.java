package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Fields;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What is left on a server, as a ledger says.
 *
 * @param url the server
 * @param tidyUps the requests that take away what was created, oldest first
 * @param unsure the creates of which it is not known whether they came through: only their mark can tell
 */
record Leftovers(String url, List<Entry> tidyUps, List<Entry> unsure) {
    /**
     * One line.
     *
     * @param createdAt when the object was made, as the server said; empty where it did not
     */
    record Entry(String event, String method, String path, String body, String mark, String createdAt) {}

    /**
     * Reads what a ledger leaves.
     *
     * @throws InputException where the file is missing, or is no ledger
     */
    static Leftovers read(Path file) {
        var lines = lines(file);
        var url = parse(lines.isEmpty() ? "" : lines.get(0), file, 1).text("url");
        var created = new LinkedHashMap<String, Entry>();
        var unsure = new ArrayList<Entry>();
        for (int i = 1; i < lines.size(); i++) {
            // A last line that is cut short is where the run was killed: its request was not sent yet.
            if (i == lines.size() - 1 && !lines.get(i).endsWith("}")) {
                continue;
            }
            var line = parse(lines.get(i), file, i + 1);
            var entry = entry(line);
            // Requests may go out at once, so an answer settles the create whose mark it has, whichever is open.
            switch (entry.event()) {
                case "creating" -> unsure.add(entry);
                case "created" -> {
                    settle(unsure, entry);
                    created.put(entry.path(), entry);
                }
                case "refused" -> settle(unsure, entry);
                case "tidied-up" -> created.remove(entry.path());
                default -> throw line.problem("event", "is none that a ledger tells of");
            }
        }
        return new Leftovers(url, new ArrayList<>(created.values()), unsure);
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
            return InputFile.text(file, InputFile.BY_KIT).lines().toList();
        } catch (IOException e) {
            throw new InputException(
                    file + ": cannot be read: give the path of a " + FileLedger.FILE_NAME
                            + ", it stands beside the reports",
                    e);
        }
    }

    private static Fields parse(String line, Path file, int number) {
        return Fields.parse(line, file + ":" + number, "no line of a ledger");
    }

    private static Entry entry(Fields line) {
        return new Entry(
                line.text("event"),
                line.text("method"),
                line.text("path"),
                line.text("body"),
                line.text("mark"),
                line.optionalText(FileLedger.CREATED_AT).orElse(""));
    }
}
