package dev.core7.mock;

import dev.core7.contract.InputException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a mock listens, who may administer it, and whether it connects to other servers.
 *
 * @param port the TCP port for HTTP; 0: any free port
 * @param address the local address to listen on; {@code 0.0.0.0}: all
 * @param httpsPort the TCP port for HTTPS, with a self-signed certificate; 0: any free port; empty: no HTTPS
 * @param adminToken the token for admin requests from other machines and other origins; empty: they have no access
 * @param allowedHosts host names beside loopback and {@code address} that admin and MCP requests may name, in lower case
 * @param proxying whether stubs may forward requests to other servers, record them, and send webhooks
 */
public record NetworkOptions(
        int port,
        String address,
        OptionalInt httpsPort,
        Optional<String> adminToken,
        Set<String> allowedHosts,
        boolean proxying) {
    private static final int MAX_PORT = 65_535;
    private static final Pattern HOST_NAME = Pattern.compile("[\\w.-]+|\\[[0-9A-Fa-f:.]+]");

    /**
     * Checks the ports, the token and the names.
     *
     * @throws InputException if a port is not a TCP port, the token is blank, or a name is not a host name
     */
    public NetworkOptions {
        check(port);
        httpsPort.ifPresent(NetworkOptions::check);
        if (adminToken.filter(String::isBlank).isPresent()) {
            throw new InputException("the admin token is blank: give it a value, or leave it out");
        }
        allowedHosts = allowedHosts.stream().map(NetworkOptions::hostName).collect(Collectors.toUnmodifiableSet());
    }

    private static String hostName(String name) {
        if (!HOST_NAME.matcher(name).matches()) {
            throw new InputException("the host name " + name
                    + " is invalid: give a name alone, such as core7-mock, without" + " scheme and port");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static void check(int port) {
        if (port < 0 || port > MAX_PORT) {
            throw new InputException(
                    "port " + port + " is invalid: give a number from 0 (any free port) to " + MAX_PORT);
        }
    }

    /** Returns options for any free port of 127.0.0.1, without HTTPS, admin token and proxying. */
    public static NetworkOptions loopback() {
        return new NetworkOptions(0, "127.0.0.1", OptionalInt.empty(), Optional.empty(), Set.of(), false);
    }

    NetworkOptions withPort(int other) {
        return new NetworkOptions(other, address, httpsPort, adminToken, allowedHosts, proxying);
    }

    NetworkOptions withAddress(String other) {
        return new NetworkOptions(port, other, httpsPort, adminToken, allowedHosts, proxying);
    }

    NetworkOptions withHttpsPort(int other) {
        return new NetworkOptions(port, address, OptionalInt.of(other), adminToken, allowedHosts, proxying);
    }

    NetworkOptions withAdminToken(String other) {
        return new NetworkOptions(port, address, httpsPort, Optional.of(other), allowedHosts, proxying);
    }

    NetworkOptions withAllowedHosts(Set<String> others) {
        return new NetworkOptions(port, address, httpsPort, adminToken, others, proxying);
    }

    NetworkOptions withProxying() {
        return new NetworkOptions(port, address, httpsPort, adminToken, allowedHosts, true);
    }
}
