package dev.core7.mock;

import dev.core7.contract.InputException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a mock listens, and which machines may administer it.
 *
 * @param port the TCP port for HTTP; 0: any free port
 * @param address the local address to listen on; {@code 0.0.0.0}: all
 * @param httpsPort the TCP port for HTTPS, with a self-signed certificate; 0: any free port; empty: no HTTPS
 * @param adminToken the token for admin requests from other machines; empty: they have no access
 */
public record NetworkOptions(int port, String address, OptionalInt httpsPort, Optional<String> adminToken) {
    private static final int MAX_PORT = 65_535;

    /**
     * Checks the ports and the token.
     *
     * @throws InputException if a port is not a TCP port, or the token is blank
     */
    public NetworkOptions {
        check(port);
        httpsPort.ifPresent(NetworkOptions::check);
        if (adminToken.filter(String::isBlank).isPresent()) {
            throw new InputException("the admin token is blank: give it a value, or leave it out");
        }
    }

    private static void check(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new InputException(
                    "port " + port + " is invalid: give a number from 0 (any free port) to " + MAX_PORT);
        }
    }

    /** Returns options for any free port of 127.0.0.1, without HTTPS and without an admin token. */
    public static NetworkOptions loopback() {
        return new NetworkOptions(0, "127.0.0.1", OptionalInt.empty(), Optional.empty());
    }
}
