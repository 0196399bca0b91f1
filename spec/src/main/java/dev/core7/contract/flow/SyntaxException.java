package dev.core7.contract.flow;

/** An expression or condition that cannot be read, or that is of a kind which the kit does not execute. */
final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message);
    }
}
