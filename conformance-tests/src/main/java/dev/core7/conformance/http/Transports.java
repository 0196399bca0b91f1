package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Combines the transports to a target. Redaction is inside the retries, so that every response is redacted, including those to
 * requests that are repeated.
 */
public final class Transports {
    private Transports() {}

    /** Returns a transport without a limit of the rate; {@code limit} is for one response. */
    public static Transport to(Target target, Duration limit, TimeBudget budget) {
        return to(
                target,
                new ConnectionSettings(
                        Client.REST_ASSURED, limit, OptionalInt.empty(), Trust.DEFAULT, budget, notice -> {}));
    }

    /** Returns a transport with these settings; the limit of the rate includes repeated requests. */
    public static Transport to(Target target, ConnectionSettings settings) {
        var budget = settings.budget();
        Transport wire = settings.client().to(target, settings.timeout(), settings.trust(), budget);
        if (settings.perMinute().isPresent()) {
            wire = new PacedTransport(wire, settings.perMinute().getAsInt(), budget);
        }
        return new PatientTransport(new RedactingTransport(wire, target.keys()), budget, settings.notice());
    }
}
