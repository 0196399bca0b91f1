package dev.core7.conformance.run;

import java.util.Set;
import java.util.function.BiPredicate;

/** A transport that lets writes through only to what the run may touch; anything else would be a fault of the kit. */
public final class Fence implements Transport {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Transport inner;
    private final BiPredicate<String, String> writable;

    /** Fences {@code inner} in; {@code writable} says of a method and a path without query whether the run may send that. */
    public Fence(Transport inner, BiPredicate<String, String> writable) {
        this.inner = inner;
        this.writable = writable;
    }

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }

    /**
     * Sends the request.
     *
     * @throws IllegalStateException where it would write to what the run must not touch
     */
    @Override
    public Response send(Request request) throws NoAnswerException {
        String path = request.path().split("\\?", 2)[0];
        if (!isSafe(request.method()) && !writable.test(request.method(), path)) {
            throw new IllegalStateException("the kit was about to send " + request.method() + " to " + path
                    + ", which is not its own: nothing was sent");
        }
        return inner.send(request);
    }
}
