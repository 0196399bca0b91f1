package dev.core7.conformance.http;

import dev.core7.conformance.run.TimeBudget;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Settings of the connection to a target.
 *
 * @param client what sends the requests
 * @param timeout how long one response may take
 * @param perMinute the maximum number of requests in a minute; empty: no limit
 * @param trust the certificates to trust
 * @param budget limits the time in which requests are sent
 * @param notice receives a line for the user when the run waits
 */
public record ConnectionSettings(
        Client client,
        Duration timeout,
        OptionalInt perMinute,
        Trust trust,
        TimeBudget budget,
        Consumer<String> notice) {}
