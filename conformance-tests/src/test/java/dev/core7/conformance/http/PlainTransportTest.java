package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.target.Target;
import java.time.Duration;

class PlainTransportTest extends ClientTransportTest {
    @Override
    Transport transport(Target target, Duration limit) {
        return new PlainTransport(target, limit);
    }
}
