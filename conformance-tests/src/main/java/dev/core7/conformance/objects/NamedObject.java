package dev.core7.conformance.objects;

import dev.core7.conformance.exchange.Exchange;
import java.util.Optional;

/**
 * The object that the answer to a create names, as other answers have shown it.
 *
 * @param address its path
 * @param confirmed whether an answer has shown it with the run's mark
 * @param shownOtherwise the answer that shows another object there; empty if none does
 */
public record NamedObject(String address, boolean confirmed, Optional<Exchange> shownOtherwise) {}
