package dev.core7.conformance.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reads a contract again when its file changes. Watches the folder, because editors replace the file. */
final class ContractWatch implements AutoCloseable {
    /** The time without changes before the file is read; an editor may write it in several steps. */
    private static final long SETTLED_MILLIS = 100;

    private final Path file;
    private final WatchService service;
    private final Consumer<Contract> onChange;
    private final Consumer<InputException> onError;
    private String digest;

    private ContractWatch(
            Path file,
            WatchService service,
            String digest,
            Consumer<Contract> onChange,
            Consumer<InputException> onError) {
        this.file = file;
        this.service = service;
        this.digest = digest;
        this.onChange = onChange;
        this.onError = onError;
    }

    /**
     * Starts to watch a file.
     *
     * @param read the contract that was read from it
     * @param onError receives the reason if a changed file is not a contract
     * @throws InputException if the system cannot watch files
     */
    static ContractWatch start(
            Path file, Contract read, Consumer<Contract> onChange, Consumer<InputException> onError) {
        var folder = file.toAbsolutePath().getParent();
        try {
            var service = folder.getFileSystem().newWatchService();
            folder.register(service, ENTRY_CREATE, ENTRY_MODIFY);
            var watch = new ContractWatch(file, service, read.digest(), onChange, onError);
            var thread = new Thread(watch::run, "contract-watch");
            thread.setDaemon(true);
            thread.start();
            return watch;
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be watched for changes: " + e.getMessage(), e);
        }
    }

    private void run() {
        try {
            while (true) {
                boolean changed = concerns(service.take());
                for (WatchKey key = next(); key != null; key = next()) {
                    changed |= concerns(key);
                }
                if (changed) {
                    read();
                }
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            // The watch was closed.
        }
    }

    private WatchKey next() throws InterruptedException {
        return service.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns whether an event may be about the file; if the system has lost events, it names no file. */
    private boolean concerns(WatchKey key) {
        boolean concerns = key.pollEvents().stream()
                .anyMatch(event -> event.context() == null || event.context().equals(file.getFileName()));
        key.reset();
        return concerns;
    }

    private void read() {
        try {
            var contract = ContractReader.read(file);
            if (!contract.digest().equals(digest)) {
                digest = contract.digest();
                onChange.accept(contract);
            }
        } catch (InputException e) {
            onError.accept(e);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // Whatever is wrong with this version of the file, the next one is read again.
            onError.accept(new InputException(file + ": is not a contract: " + e, e));
        }
    }

    /** Stops watching. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot stop watching " + file, e);
        }
    }
}
