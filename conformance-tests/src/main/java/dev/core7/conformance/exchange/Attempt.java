package dev.core7.conformance.exchange;

/** A request that was sent: with the response that it got, or without one. */
public sealed interface Attempt permits Exchange, Unanswered {
    /** The case that was sent. */
    Case sent();

    /** What was sent. */
    Request request();
}
