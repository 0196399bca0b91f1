package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Request;

/**
 * Records objects before and after they are created, so that an aborted run can be cleaned up. Only {@link #creating} may fail:
 * later events are recorded if possible.
 */
public interface Ledger {
    /** Records nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public void creating(Request request) {}

        @Override
        public void created(String mark, Request cleanup) {}

        @Override
        public void refused(Request request) {}

        @Override
        public void tidiedUp(Request cleanup) {}
    };

    /**
     * {@code request} will be sent next, and may create an object with its mark.
     *
     * @throws UnwritableException if that cannot be recorded: the request must not be sent
     */
    void creating(Request request) throws UnwritableException;

    /** The request with that mark has created an object; {@code cleanup} removes it. */
    void created(String mark, Request cleanup);

    /** {@code request} was refused and has created nothing. */
    void refused(Request request);

    /** {@code cleanup} was accepted, or the object does not exist any more. */
    void tidiedUp(Request cleanup);

    /** The ledger cannot be written; the message names the file and the reason. */
    final class UnwritableException extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param message the file and the reason */
        public UnwritableException(String message) {
            super(message);
        }
    }
}
