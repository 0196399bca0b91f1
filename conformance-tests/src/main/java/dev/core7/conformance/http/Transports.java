package dev.core7.conformance.http;

import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Transport;
import java.time.Duration;

/**
 * The whole way to a target: its keys are redacted from what it answers, and inside of the patience, so that every answer that is
 * waited out and asked for again is too.
 */
public final class Transports {
    private Transports() {}

    /** Sends as fast as the target answers; {@code limit} is for one answer. */
    public static Transport to(Target target, Duration limit) {
        return polite(new RestAssuredTransport(target, limit), target);
    }

    /** Sends no more than {@code perMinute} requests a minute, those that are asked again among them. */
    public static Transport paced(Target target, Duration limit, int perMinute) {
        return polite(new PacedTransport(new RestAssuredTransport(target, limit), perMinute), target);
    }

    private static Transport polite(Transport wire, Target target) {
        return new PatientTransport(new RedactingTransport(wire, target.keys()));
    }
}
