package dev.core7.contract.flow;

/** Thrown if an expression, query or condition is invalid, or the kit does not support it. */
final class SyntaxException extends Exception {
    private static final long serialVersionUID = 1L;

    SyntaxException(String message) {
        super(message);
    }
}
