package dev.core7.conformance.ledger;

import dev.core7.conformance.run.Inventory;
import dev.core7.conformance.run.Ledger;
import dev.core7.conformance.run.Request;
import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A ledger as a file of JSON lines; each line is on disk before the request it tells of goes out, whichever thread sends it.
 * Keys are never in it.
 */
public final class FileLedger implements Ledger {
    /** The file's name in the output folder. */
    public static final String FILE_NAME = "ledger.ndjson";

    /** The field of an object, and of its line, that says when it was made. */
    static final String CREATED_AT = "created_at";

    private final Path file;

    private FileLedger(Path file) {
        this.file = file;
    }

    /**
     * Begins a ledger in {@code folder}; one from an earlier run is replaced.
     *
     * @param url the target's address, so that nobody cleans up another server by it
     * @throws InputException where the file cannot be written
     */
    public static FileLedger begin(Path folder, String url) {
        var ledger = new FileLedger(folder.resolve(FILE_NAME));
        ledger.write(Map.of("url", url), StandardOpenOption.TRUNCATE_EXISTING);
        return ledger;
    }

    /** Goes on with the ledger in {@code file}, which is not touched until there is something to add. */
    static FileLedger goOn(Path file) {
        return new FileLedger(file);
    }

    @Override
    public void creating(Request request) {
        append("creating", request);
    }

    /** When the object was made is kept too: a run may write over its own mark, as where it tries the empty text. */
    @Override
    public void created(Inventory.Created object, Request tidyUp) {
        var line = line("created", tidyUp);
        line.put("mark", object.request().mark());
        if (object.answer() instanceof Map<?, ?> answer && answer.get(CREATED_AT) instanceof String moment) {
            line.put(CREATED_AT, moment);
        }
        write(line, StandardOpenOption.APPEND);
    }

    @Override
    public void refused(Request request) {
        append("refused", request);
    }

    @Override
    public void tidiedUp(Request tidyUp) {
        append("tidied-up", tidyUp);
    }

    private void append(String event, Request request) {
        write(line(event, request), StandardOpenOption.APPEND);
    }

    private static Map<String, Object> line(String event, Request request) {
        var line = new LinkedHashMap<String, Object>();
        line.put("event", event);
        line.put("method", request.method());
        line.put("path", request.path());
        line.put("body", request.body() == null ? "" : request.body());
        line.put("mark", request.mark());
        return line;
    }

    private synchronized void write(Map<String, ?> line, StandardOpenOption how) {
        try {
            var bytes = (Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8);
            Files.write(
                    file, bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DSYNC, how);
        } catch (IOException e) {
            throw new InputException(file + ": the ledger cannot be written, so nothing more is created: " + e, e);
        }
    }
}
