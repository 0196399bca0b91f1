package dev.core7.conformance.http;

import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import java.time.Duration;

/** What sends the requests of a run. Both send the same bytes. */
public enum Client {
    /** REST-assured, for the server of a target. */
    REST_ASSURED {
        @Override
        ClientTransport to(Target target, Duration limit, Trust trust, TimeBudget budget) {
            return new RestAssuredTransport(target, limit, trust, budget);
        }
    },

    /** The HTTP client alone, for the embedded mock: a run takes about half the time. */
    PLAIN {
        @Override
        ClientTransport to(Target target, Duration limit, Trust trust, TimeBudget budget) {
            return new PlainTransport(target, limit, trust, budget);
        }
    };

    abstract ClientTransport to(Target target, Duration limit, Trust trust, TimeBudget budget);
}
