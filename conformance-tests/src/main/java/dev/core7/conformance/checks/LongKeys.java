package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.target.Key;
import java.util.Set;

/** Servers and proxies may limit the length of headers and URLs, and so refuse a very long key. */
public final class LongKeys {
    /** What servers and proxies return to headers or URLs that are too long (RFC 9110 §15.5.15, RFC 6585 §5). */
    private static final Set<Integer> TOO_LONG = Set.of(400, 413, 414, 431);

    /** The number of characters of a key from which a server may refuse it because of its length. */
    private static final int LONG_KEY = 4096;

    private LongKeys() {}

    /** Whether a request with a very long key was refused because of its length. */
    public static boolean isTooLong(Exchange exchange) {
        Key key = exchange.request().key();
        return key != null
                && key.value().length() >= LONG_KEY
                && TOO_LONG.contains(exchange.response().status());
    }
}
