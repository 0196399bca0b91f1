package dev.core7.conformance.exchange;

/** Sends requests to the target. */
public interface Transport {
    /** The number of bytes that are read of one body: 8 MiB, forty times the largest page that the API returns by default. */
    int MAX_BODY = 8 * 1024 * 1024;

    /** The number of bytes that are kept of a larger body. Only its size is judged. */
    int MAX_KEPT = 16 * 1024;

    /** The total number of body bytes that a run reads: 256 MiB. They are kept until its end. */
    long MAX_TOTAL_BYTES = 256L * 1024 * 1024;

    /**
     * Sends one request.
     *
     * @throws NoAnswerException if there was no HTTP response: no connection, a broken connection, or a timeout
     * @throws NotSentException if it was not sent
     * @throws GivenUpException if the run ended before the response arrived
     */
    Response send(Request request) throws NoAnswerException;

    /** The transport did not send the request; the message gives the reason. */
    final class NotSentException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param message the reason, as it is shown for a result that is not proven */
        public NotSentException(String message) {
            super(message);
        }
    }

    /**
     * The transport stopped waiting for the response because the run ended. The request may have been received, so the missing
     * response is not a fault of the server.
     */
    final class GivenUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param message the reason, as it is shown for a result that is not proven */
        public GivenUpException(String message) {
            super(message);
        }
    }

    /** There was no HTTP response; the message gives the reason. */
    final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean unreachable;

        /** @param unreachable whether no connection could be established */
        public NoAnswerException(String message, boolean unreachable) {
            super(message);
            this.unreachable = unreachable;
        }

        /** Whether no connection could be established. */
        public boolean unreachable() {
            return unreachable;
        }
    }
}
