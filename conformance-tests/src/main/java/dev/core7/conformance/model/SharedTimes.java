package dev.core7.conformance.model;

import dev.core7.conformance.exchange.Exchange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds writes that took place at different moments, but that the server dates to the same one. Three such writes are needed: with two,
 * nodes whose clocks differ could explain it.
 */
final class SharedTimes {
    private static final int WRITES = 3;

    /** Between two of the writes, by the precision of the time. Some servers read their clock only once a second. */
    private static final Duration BETWEEN = Duration.ofMillis(100);

    private static final Duration BETWEEN_SECONDS = Duration.ofSeconds(2);

    /** Between the first and the last of the writes. */
    private static final Duration IN_ALL = Duration.ofMillis(1500);

    private final Clock clock;
    private final Map<String, List<Setting>> settings = new HashMap<>();

    /** A write that got the time, by the clock of the run and by the server's own {@code Date}. */
    private record Setting(Exchange exchange, Span span, Optional<Instant> date) {}

    SharedTimes(Clock clock) {
        this.clock = clock;
    }

    /**
     * Notes the time that a write was given. Returns the earliest of the other writes with this time, if they cannot all have taken
     * place then. A time in whole minutes says nothing: a server may show no seconds.
     */
    Optional<Exchange> sharedWith(Write write, String field, Instant time) {
        if (time.getEpochSecond() % 60 == 0) {
            return Optional.empty();
        }
        var between = time.getNano() == 0 ? BETWEEN_SECONDS : BETWEEN;
        var same = settings.computeIfAbsent(
                write.type().creator().id() + " " + field + " " + time, key -> new ArrayList<>());
        var setting = new Setting(write.exchange(), write.span(), date(write.exchange()));
        if (same.isEmpty() || isLaterBy(between, same.get(same.size() - 1), setting)) {
            same.add(setting);
        }
        return Optional.of(same)
                .filter(all -> all.size() >= WRITES && isLaterBy(IN_ALL, all.get(0), setting))
                .map(all -> all.get(0).exchange());
    }

    /** A {@code Date} has no fractions of a second. */
    private boolean isLaterBy(Duration time, Setting earlier, Setting later) {
        boolean byDate = earlier.date().isPresent()
                && later.date().isPresent()
                && Duration.between(earlier.date().get(), later.date().get()).compareTo(BETWEEN_SECONDS) >= 0;
        return byDate || clock.isLaterBy(time, earlier.span(), later.span());
    }

    /** The server's own time in a response; empty: it is missing or malformed. */
    static Optional<Instant> date(Exchange exchange) {
        try {
            return exchange.response()
                    .header("date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
