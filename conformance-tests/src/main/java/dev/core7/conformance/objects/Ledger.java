package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Request;

/**
 * Records objects before and after they are created, so that an aborted run can be cleaned up. Only {@link #creating} may fail: what
 * happens later is recorded if possible.
 */
public interface Ledger {
    /** Keeps nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public void creating(Request request) {}

        @Override
        public void created(String mark, Request tidyUp) {}

        @Override
        public void refused(Request request) {}

        @Override
        public void tidiedUp(Request tidyUp) {}
    };

    /**
     * {@code request} is about to be sent, and may create an object that carries its mark.
     *
     * @throws UnwritableException if that cannot be recorded: the request must not be sent
     */
    void creating(Request request) throws UnwritableException;

    /** The request with that mark has created an object; {@code tidyUp} takes it away again. */
    void created(String mark, Request tidyUp);

    /** {@code request} has created nothing. */
    void refused(Request request);

    /** {@code tidyUp} was accepted, or the object is gone. */
    void tidiedUp(Request tidyUp);

    /** The ledger cannot be written; the message names the file and the reason. */
    final class UnwritableException extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param message the file and the reason */
        public UnwritableException(String message) {
            super(message);
        }
    }
}
