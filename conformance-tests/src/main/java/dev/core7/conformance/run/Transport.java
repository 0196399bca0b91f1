package dev.core7.conformance.run;

/** Sends a request to the target and brings the answer. */
public interface Transport {
    /** How much of a body is read, in bytes: 8 MiB, forty times the largest page the API answers by default. */
    int MAX_BODY = 8 * 1024 * 1024;

    /**
     * Sends one request.
     *
     * @throws NoAnswerException where no HTTP answer came: nothing listens, the connection broke, time ran out
     * @throws NotSentException where it was not sent
     */
    Response send(Request request) throws NoAnswerException;

    /** The transport has not sent the request, for a reason of its own that the message says. */
    final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param message why, as a result that is not proven tells it */
        public NotSentException(String message) {
            super(message);
        }
    }

    /** No HTTP answer came; the message says why. */
    final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean unreachable;

        /** @param unreachable whether not even a connection could be made */
        public NoAnswerException(String message, boolean unreachable) {
            super(message);
            this.unreachable = unreachable;
        }

        /** Whether not even a connection could be made. */
        public boolean unreachable() {
            return unreachable;
        }
    }
}
