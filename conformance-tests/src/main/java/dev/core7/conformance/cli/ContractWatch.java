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

/** Reads a contract again whenever its file has changed. Its folder is watched, for editors put a new file in the place of the old. */
final class ContractWatch implements AutoCloseable {
    /** How long a file must be left alone before it is read: an editor writes in pieces. */
    private static final long SETTLED_MILLIS = 100;

    private final Path file;
    private final WatchService service;
    private final Consumer<Contract> onChange;
    private final Consumer<InputException> onMistake;
    private String digest;

    private ContractWatch(
            Path file,
            WatchService service,
            String digest,
            Consumer<Contract> onChange,
            Consumer<InputException> onMistake) {
        this.file = file;
        this.service = service;
        this.digest = digest;
        this.onChange = onChange;
        this.onMistake = onMistake;
    }

    /**
     * Watches a file from now on.
     *
     * @param read the contract that was read from it
     * @param onMistake is told why a changed file is no contract
     * @throws InputException where the system watches no files
     */
    static ContractWatch start(
            Path file, Contract read, Consumer<Contract> onChange, Consumer<InputException> onMistake) {
        var folder = file.toAbsolutePath().getParent();
        try {
            var service = folder.getFileSystem().newWatchService();
            folder.register(service, ENTRY_CREATE, ENTRY_MODIFY);
            var watch = new ContractWatch(file, service, read.digest(), onChange, onMistake);
            var thread = new Thread(watch::look, "contract-watch");
            thread.setDaemon(true);
            thread.start();
            return watch;
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be watched for changes: " + e.getMessage(), e);
        }
    }

    private void look() {
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
            // Nobody wants to know any more.
        }
    }

    private WatchKey next() throws InterruptedException {
        return service.poll(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Where the system lost count of events it names no file. */
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
            onMistake.accept(e);
        }
    }

    /** Watches no longer. */
    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new IllegalStateException("the watch on " + file + " does not end", e);
        }
    }
}
