package dev.core7.conformance.recording;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Says in plain words why a file cannot be written, without names of exceptions. */
public final class FileProblem {
    private FileProblem() {}

    /** Returns the reason of a failure, such as {@code No space left on device}. */
    public static String reason(IOException failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof NoSuchFileException) {
            return "no such folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "access denied";
        }
        String message = cause instanceof FileSystemException problem ? problem.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(message, "unknown reason");
    }
}
