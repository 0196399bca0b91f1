package dev.core7.conformance.ledger;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.recording.FileProblem;
import dev.core7.contract.InputException;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a ledger as a file of JSON lines. Thread-safe; each line is on disk before the request that it records is sent. The file is
 * locked until the ledger is closed, so that two runs cannot write to one folder. It contains no keys.
 */
public final class FileLedger implements Ledger, AutoCloseable {
    /** The name of the file in the output folder. */
    public static final String FILE_NAME = "ledger.ndjson";

    private final Path file;
    private final FileChannel channel;
    private Optional<String> problem = Optional.empty();

    FileLedger(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Creates a ledger in {@code folder}; it replaces that of an earlier run.
     *
     * @param url the URL of the target, so that the ledger is not used to clean up another server
     * @throws InputException if the file cannot be written, is a symbolic link, or is in use by a run
     */
    public static FileLedger begin(Path folder, String url) {
        var ledger = open(folder.resolve(FILE_NAME));
        try {
            ledger.channel.truncate(0);
            ledger.write(Map.of("url", url));
            return ledger;
        } catch (IOException | UnwritableException e) {
            ledger.close();
            throw new InputException(
                    ledger.file + ": cannot be written, and without a ledger no objects are created: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Opens the ledger {@code file} to append lines after its last complete one.
     *
     * @throws InputException as {@link #begin}
     */
    static FileLedger resume(Path file) {
        var ledger = open(file);
        try {
            var text = Files.readString(file);
            int end = text.endsWith("}") ? text.length() : text.lastIndexOf('\n') + 1;
            long bytes = text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
            ledger.channel.truncate(bytes).position(bytes);
            if (text.endsWith("}")) {
                ledger.channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
            return ledger;
        } catch (IOException e) {
            ledger.close();
            throw new InputException(file + ": cannot be written: " + FileProblem.reason(e), e);
        }
    }

    private static FileLedger open(Path file) {
        try {
            var channel = FileChannel.open(
                    file,
                    Set.of(
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DSYNC,
                            LinkOption.NOFOLLOW_LINKS));
            if (isLocked(channel)) {
                return new FileLedger(file, channel);
            }
            channel.close();
        } catch (IOException e) {
            String reason = Files.isSymbolicLink(file)
                    ? "is a symbolic link, and the kit does not write through links: remove it"
                    : "cannot be written: " + FileProblem.reason(e);
            throw new InputException(file + ": " + reason, e);
        }
        throw new InputException(
                file + ": another run writes to this folder; wait until it ends, or choose another folder with --out");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    @Override
    public void creating(Request request) throws UnwritableException {
        write(line("creating", request));
    }

    @Override
    public void created(String mark, Request tidyUp) {
        var line = line("created", tidyUp);
        line.put("mark", mark);
        append(line);
    }

    @Override
    public void refused(Request request) {
        append(line("refused", request));
    }

    @Override
    public void tidiedUp(Request tidyUp) {
        append(line("tidied-up", tidyUp));
    }

    /** Returns why the ledger is incomplete, with the name of the file; empty if it is complete. */
    public synchronized Optional<String> problem() {
        return problem;
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

    private void append(Map<String, ?> line) {
        try {
            write(line);
        } catch (UnwritableException e) {
            // problem() reports it; the request that the line records has already been sent.
        }
    }

    /** Writes the complete line or nothing, so that the next line is readable. */
    private synchronized void write(Map<String, ?> line) throws UnwritableException {
        try {
            long end = channel.position();
            try {
                var bytes = ByteBuffer.wrap((Json.write(line) + "\n").getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            } catch (IOException e) {
                channel.truncate(end);
                throw e;
            }
        } catch (IOException e) {
            problem = Optional.of(file + " cannot be written: " + FileProblem.reason(e));
            throw new UnwritableException(problem.get());
        }
    }

    /** Unlocks the file. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // Every line is already on disk.
        }
    }
}
