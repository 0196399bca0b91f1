package dev.core7.conformance.model;

/** From the start to the end of an exchange, on one clock or in the order of the exchanges. Both ends belong to it. */
record Span(long from, long to) {
    /** Before every exchange. */
    static final Span BEFORE_ALL = new Span(Long.MIN_VALUE, Long.MIN_VALUE);

    /** The moment at which the response was complete. */
    Span end() {
        return new Span(to, to);
    }

    /** The last moment before it. */
    Span justBefore() {
        return from == Long.MIN_VALUE ? this : new Span(from - 1, from - 1);
    }

    /** Whether this ended before {@code other} began. */
    boolean isBefore(Span other) {
        return to < other.from;
    }
}
