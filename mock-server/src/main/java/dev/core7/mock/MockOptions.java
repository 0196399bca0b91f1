package dev.core7.mock;

import dev.core7.contract.InputException;

/**
 * Where a mock listens.
 *
 * @param port the TCP port; 0: any free one
 * @param bindAddress the address of this machine to listen on; {@code 0.0.0.0}: all of them
 */
public record MockOptions(int port, String bindAddress) {
    private static final int MAX_PORT = 65_535;

    /** @throws InputException where the port is no TCP port */
    public MockOptions {
        if (port < 0 || port > MAX_PORT) {
            throw new InputException(
                    "port " + port + ": a number from 0 (any free port) to " + MAX_PORT + " is expected");
        }
    }

    /** Any free port, reachable from this machine only. */
    public static MockOptions defaults() {
        return new MockOptions(0, "127.0.0.1");
    }

    /** The same with another port. */
    public MockOptions withPort(int other) {
        return new MockOptions(other, bindAddress);
    }

    /** The same with another address to listen on. */
    public MockOptions withBindAddress(String other) {
        return new MockOptions(port, other);
    }
}
