package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.target.Target;
import java.util.List;
import java.util.Optional;

/**
 * Sends the requests of a behaviour to the target. Each request passes the write guard, and is recorded in the ledger and in
 * the evidence.
 */
public interface Channel {
    /** The server, its keys and its fixtures. */
    Target target();

    /** A text that is unique to the behaviour and the run. Every object that the behaviour creates must contain it. */
    String mark(String behaviour);

    /** The ids under {@code fixtures} of that name without those that returned 404 to a DELETE; ids that the run deleted come last. */
    List<String> fixtures(String name);

    /** Every exchange so far. */
    List<Exchange> exchanges();

    /** The waits of this run that ended without success. */
    ExhaustedWaits waits();

    /** The objects that earlier behaviours have left to later ones. */
    SpareObjects spares();

    /** Sends the requests, several of them at the same time. The replies have the order of the requests. */
    List<Reply> send(List<Sending> requests);

    /** Records that a behaviour was not completed, for those that depend on it. */
    void broke(String behaviour);

    /** Whether a behaviour of this run was not completed. */
    boolean isBroken(String behaviour);

    /** A request and the case that it belongs to. */
    record Sending(Case sent, Request request) {}

    /**
     * The result of sending a request: a response, no response, or the reason why it was not sent.
     *
     * @param exchange the request with its response; empty if there was none
     * @param unanswered the request, if it was sent and got no response
     * @param problem why there is no response
     */
    record Reply(Optional<Exchange> exchange, Optional<Unanswered> unanswered, String problem) {
        public static Reply of(Exchange exchange) {
            return new Reply(Optional.of(exchange), Optional.empty(), "");
        }

        public static Reply of(Unanswered request) {
            return new Reply(Optional.empty(), Optional.of(request), request.reason());
        }

        /** The request as it was sent; empty if it was not sent. */
        public Optional<? extends Attempt> attempt() {
            return exchange.isPresent() ? exchange : unanswered;
        }

        public static Reply notSent(String reason) {
            return new Reply(Optional.empty(), Optional.empty(), reason);
        }
    }
}
