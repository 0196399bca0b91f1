package dev.core7.examples.vendor.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The current time in UTC, in microseconds. */
final class Now {
    private Now() {}

    static OffsetDateTime get() {
        return OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
    }
}
