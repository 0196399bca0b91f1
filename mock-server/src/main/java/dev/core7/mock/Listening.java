package dev.core7.mock;

import dev.core7.contract.InputException;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Where a mock listens, and to whom its doors open.
 *
 * @param port the TCP port for HTTP; 0: any free one
 * @param address the address of this machine to listen on; {@code 0.0.0.0}: all of them
 * @param httpsPort the TCP port for HTTPS, with a certificate made at the start; 0: any free one; empty: no HTTPS
 * @param adminToken what opens the admin API from other machines; empty: nothing does
 */
public record Listening(int port, String address, OptionalInt httpsPort, Optional<String> adminToken) {
    private static final int MAX_PORT = 65_535;

    /** @throws InputException where a port is no TCP port, or the token is blank */
    public Listening {
        check(port);
        httpsPort.ifPresent(Listening::check);
        if (adminToken.filter(String::isBlank).isPresent()) {
            throw new InputException("the admin token is blank: give it a value, or leave it out");
        }
    }

    private static void check(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new InputException(
                    "port " + port + ": a number from 0 (any free port) to " + MAX_PORT + " is expected");
        }
    }

    /** Any free port, reachable from this machine only, no HTTPS. */
    public static Listening locally() {
        return new Listening(0, "127.0.0.1", OptionalInt.empty(), Optional.empty());
    }
}
