package dev.core7.conformance.http;

import dev.core7.conformance.run.TimeBudget;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * How to talk to a target.
 *
 * @param timeout how long one response may take
 * @param perMinute how many requests may be sent in a minute; empty: as many as are answered
 * @param budget how long requests may be sent at all
 * @param notice is told what the user has to wait for, in a line
 */
public record ConnectionSettings(
        Duration timeout, OptionalInt perMinute, Trust trust, TimeBudget budget, Consumer<String> notice) {}
