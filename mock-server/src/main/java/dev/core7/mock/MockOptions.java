package dev.core7.mock;

import dev.core7.contract.InputException;

/**
 * Where a mock listens, whether it keeps what is sent to it, and how strictly it reads.
 *
 * @param port the TCP port; 0: any free one
 * @param bindAddress the address of this machine to listen on; {@code 0.0.0.0}: all of them
 * @param stateful whether it keeps objects; else it replays examples
 * @param validation how far requests are held to the contract
 * @param preferences what requests prefer that do not say otherwise themselves
 */
public record MockOptions(
        int port, String bindAddress, boolean stateful, Validation validation, Preferences preferences) {
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
        return new MockOptions(0, "127.0.0.1", false, Validation.ENFORCE, Preferences.none());
    }

    /** The same with another port. */
    public MockOptions withPort(int other) {
        return new MockOptions(other, bindAddress, stateful, validation, preferences);
    }

    /** The same with another address to listen on. */
    public MockOptions withBindAddress(String other) {
        return new MockOptions(port, other, stateful, validation, preferences);
    }

    /** The same, keeping objects. */
    public MockOptions withState() {
        return new MockOptions(port, bindAddress, true, validation, preferences);
    }

    /** The same with another measure for requests. */
    public MockOptions withValidation(Validation other) {
        return new MockOptions(port, bindAddress, stateful, other, preferences);
    }

    /** The same with other preferences for all requests. */
    public MockOptions withPreferences(Preferences other) {
        return new MockOptions(port, bindAddress, stateful, validation, other);
    }
}
