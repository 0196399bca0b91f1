package dev.core7.contract;

/** An error in a file or argument of the user. Its one-line message says what is wrong, where, and what to do. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line, shown to the user unchanged */
    public InputException(String message) {
        super(message);
    }

    /**
     * @param message one line, shown to the user unchanged
     * @param cause the original exception, for debugging only
     */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
