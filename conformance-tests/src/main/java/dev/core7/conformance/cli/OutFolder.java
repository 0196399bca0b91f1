package dev.core7.conformance.cli;

import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that {@code --out} names. */
final class OutFolder {
    private OutFolder() {}

    /**
     * Makes it, before anything is sent, so that no verdict is lost to a folder that cannot be written.
     *
     * @throws InputException where it cannot be written
     */
    static void prepare(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InputException("--out " + folder + ": is a file: name a folder");
        }
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "kit", null));
        } catch (IOException e) {
            throw new InputException("--out " + folder + ": cannot be written: name a folder that you may write to", e);
        }
    }
}
