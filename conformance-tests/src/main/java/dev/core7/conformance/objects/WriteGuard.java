package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import java.util.function.Predicate;

/** A transport that sends writes only to objects that the run may modify. Any other write is a bug of the kit. */
public final class WriteGuard implements Transport {
    private final Transport inner;
    private final Predicate<Request> writable;

    /** Guards {@code inner}; {@code writable} returns whether the run may send a write. */
    public WriteGuard(Transport inner, Predicate<Request> writable) {
        this.inner = inner;
        this.writable = writable;
    }

    /**
     * Sends the request.
     *
     * @throws IllegalStateException if it would write to an object that the run must not modify
     */
    @Override
    public Response send(Request request) throws NoAnswerException {
        if (!request.isSafe() && !writable.test(request)) {
            throw new IllegalStateException("the kit tried to send " + request.method() + " "
                    + Paths.withoutQuery(request.path()) + ", to which this run must not write; nothing was sent");
        }
        return inner.send(request);
    }
}
