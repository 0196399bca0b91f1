package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that a field may have from some time on.
 *
 * @param certain whether earlier claims are over as soon as this one holds
 * @param by the exchange that wrote or showed the value
 */
record Claim(Kind kind, @Nullable Object value, Span span, boolean certain, Optional<Exchange> by) {
    enum Kind {
        /** Any value. */
        UNKNOWN,
        /** A request named it. */
        WRITTEN,
        /** A response showed it first. */
        SEEN
    }

    /** Nothing is known of the field during and after {@code span}, until it is seen. */
    static Claim unknown(Span span) {
        return new Claim(Kind.UNKNOWN, null, span, true, Optional.empty());
    }

    static Claim seen(@Nullable Object value, Span span, boolean certain, Exchange by) {
        return new Claim(Kind.SEEN, value, span, certain, Optional.of(by));
    }

    /** The same claim, which a response has confirmed: from then on, earlier ones are over. */
    Claim seenAt(Span moment) {
        return new Claim(kind, value, moment, true, by);
    }

    /** Where the value comes from, for a finding. */
    String origin() {
        var exchange = by.map(e -> e.sent().id()).orElse("nobody");
        return kind == Kind.WRITTEN ? "as " + exchange + " wrote it" : "as " + exchange + " showed it";
    }
}
