package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * The whole way to a target: its keys are redacted from what it answers, and inside of the patience, so that every answer that is
 * waited out and asked for again is too.
 */
public final class Transports {
    private Transports() {}

    /** Sends as fast as the target answers, as long as {@code budget} lasts; {@code limit} is for one answer. */
    public static Transport to(Target target, Duration limit, TimeBudget budget) {
        return to(target, new ConnectionSettings(limit, OptionalInt.empty(), Trust.DEFAULT, budget, notice -> {}));
    }

    /** Sends as the settings say; requests that are repeated because the server limits the rate are paced too. */
    public static Transport to(Target target, ConnectionSettings settings) {
        var budget = settings.budget();
        Transport wire = new RestAssuredTransport(target, settings.timeout(), settings.trust(), budget);
        if (settings.perMinute().isPresent()) {
            wire = new PacedTransport(wire, settings.perMinute().getAsInt(), budget);
        }
        return new PatientTransport(new RedactingTransport(wire, target.keys()), budget, settings.notice());
    }
}
