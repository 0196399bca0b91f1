package dev.core7.conformance.spi;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.target.Target;
import java.util.List;
import java.util.Optional;

/** The way of a behaviour to the target: every request stays inside the fence, in the ledger and in the evidence. */
public interface Channel {
    /** The server, its keys and what it lends. */
    Target target();

    /** A text that no case and no other behaviour of any run carries; every object that the behaviour creates has to carry it. */
    String mark(String behaviour);

    /** The ids under {@code fixtures} of that name, those that are not used up first. */
    List<String> fixtures(String name);

    /** Everything that was seen so far. */
    List<Exchange> exchanges();

    /** The waits of this run that were in vain. */
    ExhaustedWaits waits();

    /** Sends the requests at once where there are several, and answers in their order. */
    List<Reply> send(List<Sending> requests);

    /** Notes that a behaviour did not come to its end, for those that build on it. */
    void broke(String behaviour);

    /** Whether a behaviour of this run did not come to its end. */
    boolean isBroken(String behaviour);

    /** One request, and the case that it is. */
    record Sending(Case sent, Request request) {}

    /**
     * What became of a request: it was answered, it was sent and got no response, or it was not sent.
     *
     * @param exchange the answer; empty if none came
     * @param unanswered the request, if it was sent and got no response
     * @param problem why there is no answer
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
