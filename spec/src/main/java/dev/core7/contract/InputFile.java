package dev.core7.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the user's files, each up to a size: a device or an endless pipe would fill the memory. */
public final class InputFile {
    private static final int MIB = 1024 * 1024;

    /** 16 MiB: for files that people write, such as contracts and targets. */
    public static final int BY_PEOPLE = 16 * MIB;

    /** 512 MiB: for files that the kit writes, such as reports. */
    public static final int BY_KIT = 512 * MIB;

    private InputFile() {}

    /**
     * The whole file.
     *
     * @param limit how many bytes it may have
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

    /** A device or a pipe has no size of its own, so that what was read counts too. */
    private static void check(Path file, long size, int limit) {
        if (size > limit) {
            throw new InputException(file + ": is larger than " + limit / MIB + " MiB, the most that is read");
        }
    }

    /** The whole file as text in UTF-8; the same limit and exceptions as for {@link #bytes}. */
    public static String text(Path file, int limit) throws IOException {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return decoder.decode(ByteBuffer.wrap(bytes(file, limit))).toString();
    }
}
