package dev.core7.contract;

/** A mistake in what the user gave us; the message is one line that says what is wrong, where, and what to do. */
public final class InputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one line, shown to the user as it is */
    public InputException(String message) {
        super(message);
    }

    /**
     * @param message one line, shown to the user as it is
     * @param cause what was caught, for a debugger only
     */
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
