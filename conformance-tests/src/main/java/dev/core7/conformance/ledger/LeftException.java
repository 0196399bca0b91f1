package dev.core7.conformance.ledger;

/** An object is left where it is; the message says why. */
final class LeftException extends Exception {
    private static final long serialVersionUID = 1L;

    LeftException(String message) {
        super(message);
    }
}
