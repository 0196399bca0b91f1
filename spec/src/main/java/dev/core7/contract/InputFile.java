package dev.core7.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files of the user up to a size limit, because a device or an endless pipe would fill the memory. */
public final class InputFile {
    private static final int MIB = 1024 * 1024;

    /** The limit in bytes for files that people write, such as contracts and targets: 16 MiB. */
    public static final int HAND_WRITTEN_LIMIT = 16 * MIB;

    /** The limit in bytes for files that the kit writes, such as reports: 512 MiB. */
    public static final int GENERATED_LIMIT = 512 * MIB;

    private InputFile() {}

    /**
     * Reads a whole file.
     *
     * @param limit the maximum size in bytes
     * @throws InputException if it is larger
     * @throws IOException if it cannot be read
     */
    public static byte[] bytes(Path file, int limit) throws IOException {
        try (var in = Files.newInputStream(file)) {
            check(file, Files.size(file), limit);
            var bytes = in.readNBytes(limit + 1);
            check(file, bytes.length, limit);
            return bytes;
        }
    }

    /** Checks the size of the file, or the number of bytes that were read: devices and pipes have no size. */
    private static void check(Path file, long size, int limit) {
        if (size > limit) {
            throw new InputException(file + ": is larger than the limit of " + limit / MIB + " MiB");
        }
    }

    /** Reads a whole file as UTF-8 text, with the limit and exceptions of {@link #bytes}. */
    public static String text(Path file, int limit) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return decoder.decode(ByteBuffer.wrap(bytes(file, limit))).toString();
    }
}
