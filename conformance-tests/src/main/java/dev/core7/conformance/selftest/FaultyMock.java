package dev.core7.conformance.selftest;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.http.PlainTransport;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Fault;
import java.time.Duration;
import java.util.function.BiFunction;

/** A mock with one fault at a time, and a target and transport to call it. */
final class FaultyMock implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final MockServer mock;
    private final Target target;
    private final Transport transport;

    FaultyMock(Contract contract, MockOptions options, BiFunction<MockServer, Contract, Target> targets) {
        this.mock = MockServer.start(contract, options);
        this.target = targets.apply(mock, contract);
        this.transport = new MarkedExamples(new PlainTransport(target, LIMIT), contract);
    }

    /** Resets the mock and injects {@code fault}. */
    void inject(Fault fault) {
        mock.resetState();
        mock.activate(fault);
    }

    Target target() {
        return target;
    }

    Transport transport() {
        return transport;
    }

    @Override
    public void close() {
        mock.close();
    }
}
