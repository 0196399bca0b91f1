package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.target.Target;
import java.time.Duration;

class RestAssuredTransportTest extends ClientTransportTest {
    @Override
    Transport transport(Target target, Duration limit) {
        return new RestAssuredTransport(target, limit);
    }
}
