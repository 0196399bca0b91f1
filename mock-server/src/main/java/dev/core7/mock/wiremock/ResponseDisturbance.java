package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.DelayDistribution;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.FixedDelayDistribution;
import com.github.tomakehurst.wiremock.http.LogNormal;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.http.UniformDistribution;
import dev.core7.mock.preferences.ConnectionFault;
import dev.core7.mock.preferences.Delay;
import dev.core7.mock.preferences.PreferredResponse;

/** Applies the delay and the connection fault that a request prefers. */
final class ResponseDisturbance {
    /** Five seconds in total, a tenth of a second between two chunks: no read timeout of a single chunk detects it. */
    private static final int SLOW_MILLIS = 5_000;

    private static final int SLOW_CHUNKS = 50;

    private ResponseDisturbance() {}

    /** Returns a response with the preferred delay and connection fault. */
    static ResponseDefinition apply(PreferredResponse preferred, ResponseDefinition response) {
        var delay = preferred.preference().delay();
        var fault = preferred.fault();
        if (delay.isEmpty() && fault.isEmpty()) {
            return response;
        }
        var disturbed = ResponseDefinitionBuilder.like(response).but();
        delay.map(ResponseDisturbance::distribution).ifPresent(disturbed::withRandomDelay);
        fault.ifPresent(kind -> apply(kind, disturbed));
        return disturbed.build();
    }

    private static void apply(ConnectionFault fault, ResponseDefinitionBuilder response) {
        switch (fault) {
            case NONE -> {}
            case RESET -> response.withFault(Fault.CONNECTION_RESET_BY_PEER);
            case EMPTY -> response.withFault(Fault.EMPTY_RESPONSE);
            case GARBAGE -> response.withFault(Fault.RANDOM_DATA_THEN_CLOSE);
            case SLOW_BODY -> response.withChunkedDribbleDelay(SLOW_CHUNKS, SLOW_MILLIS);
        }
    }

    /** Returns WireMock's form of a delay. */
    static DelayDistribution distribution(Delay delay) {
        if (delay.sigma().isPresent()) {
            return new LogNormal(delay.from(), delay.sigma().getAsDouble(), (double) delay.to());
        }
        return delay.from() == delay.to()
                ? new FixedDelayDistribution(delay.from())
                : new UniformDistribution(delay.from(), delay.to());
    }
}
