package dev.core7.conformance.exchange;

/** A request that was sent, with or without a response. */
public sealed interface Attempt permits Exchange, Unanswered {
    /** The case that was sent. */
    Case sent();

    /** What was sent. */
    Request request();
}
