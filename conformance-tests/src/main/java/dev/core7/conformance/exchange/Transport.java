package dev.core7.conformance.exchange;

/** Sends a request to the target and brings the answer. */
public interface Transport {
    /** How much of a body is read, in bytes: 8 MiB, forty times the largest page the API answers by default. */
    int MAX_BODY = 8 * 1024 * 1024;

    /** How much is kept of a body that is larger, in bytes: nothing is judged by it but that it is. */
    int MAX_KEPT = 16 * 1024;

    /** How much of all bodies of a run is read, in bytes: 256 MiB, for they are kept until the end. */
    long MAX_BODIES = 256L * 1024 * 1024;

    /**
     * Sends one request.
     *
     * @throws NoAnswerException where no HTTP answer came: nothing listens, the connection broke, time ran out
     * @throws NotSentException where it was not sent
     * @throws GivenUpException where the run was ended before the answer came
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

    /**
     * The transport has stopped waiting for the answer because the run was ended; the request may have been received. The
     * server is not to blame.
     */
    final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param message why, as a result that is not proven tells it */
        public GivenUpException(String message) {
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
