package dev.core7.mock;

import dev.core7.contract.InputException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a mock listens, whether it keeps what is sent to it, and how strictly it reads.
 *
 * @param stateful whether it keeps objects; else it replays examples
 * @param validation how far requests are held to the contract
 * @param preferences what requests prefer that do not say otherwise themselves
 */
public record MockOptions(Listening listening, boolean stateful, Validation validation, Preferences preferences) {
    /** Any free port, reachable from this machine only. */
    public static MockOptions defaults() {
        return new MockOptions(Listening.locally(), false, Validation.ENFORCE, Preferences.none());
    }

    private MockOptions with(Listening other) {
        return new MockOptions(other, stateful, validation, preferences);
    }

    /**
     * The same with another port; 0: any free one.
     *
     * @throws InputException where it is no TCP port
     */
    public MockOptions withPort(int port) {
        return with(new Listening(port, listening.address(), listening.httpsPort(), listening.adminToken()));
    }

    /** The same with another address to listen on. */
    public MockOptions withBindAddress(String address) {
        return with(new Listening(listening.port(), address, listening.httpsPort(), listening.adminToken()));
    }

    /**
     * The same, listening for HTTPS too; 0: on any free port.
     *
     * @throws InputException where it is no TCP port
     */
    public MockOptions withHttpsPort(int port) {
        return with(new Listening(listening.port(), listening.address(), OptionalInt.of(port), listening.adminToken()));
    }

    /**
     * The same with a token that opens the admin API from other machines.
     *
     * @throws InputException where the token is blank
     */
    public MockOptions withAdminToken(String token) {
        return with(new Listening(listening.port(), listening.address(), listening.httpsPort(), Optional.of(token)));
    }

    /** The same, keeping objects. */
    public MockOptions withState() {
        return new MockOptions(listening, true, validation, preferences);
    }

    /** The same with another measure for requests. */
    public MockOptions withValidation(Validation other) {
        return new MockOptions(listening, stateful, other, preferences);
    }

    /** The same with other preferences for all requests. */
    public MockOptions withPreferences(Preferences other) {
        return new MockOptions(listening, stateful, validation, other);
    }
}
