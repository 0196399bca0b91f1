package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import java.time.Duration;
import java.time.Instant;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** When each exchange took place; exchanges without recorded times count as sent one after the other. */
final class Clock {
    private final Map<Exchange, Span> spans = new IdentityHashMap<>();
    private final boolean timed;

    Clock(List<Exchange> exchanges) {
        timed = !exchanges.isEmpty()
                && exchanges.stream().allMatch(e -> e.response().started().isPresent());
        var origin = timed ? exchanges.get(0).response().started().orElseThrow() : Instant.EPOCH;
        for (int i = 0; i < exchanges.size(); i++) {
            spans.put(exchanges.get(i), timed ? measured(exchanges.get(i), origin) : new Span(i, i));
        }
    }

    private static Span measured(Exchange exchange, Instant origin) {
        var response = exchange.response();
        long from = Duration.between(origin, response.started().orElseThrow()).toNanos();
        return new Span(from, from + response.took().toNanos());
    }

    Span of(Exchange exchange) {
        return spans.getOrDefault(exchange, Span.BEFORE_ALL);
    }

    /** Whether at least {@code time} is known to lie between two exchanges. */
    boolean isLaterBy(Duration time, Span earlier, Span later) {
        return timed && later.from() - earlier.to() >= time.toNanos();
    }
}
