package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Exchange;
import java.util.Optional;

/**
 * The object that the response to a create identifies, and how other responses have shown it.
 *
 * @param address its path
 * @param confirmed whether a response has shown it with the run's mark
 * @param conflictingExchange the exchange that shows another object at this path; empty if there is none
 */
public record IdentifiedObject(String address, boolean confirmed, Optional<Exchange> conflictingExchange) {}
