package dev.core7.mock;

import dev.core7.contract.InputException;
import dev.core7.mock.preferences.Preferences;
import dev.core7.mock.validation.Validation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Options of a mock.
 *
 * @param network where it listens
 * @param stateful whether it stores objects; otherwise it responds with examples
 * @param validation how strictly it validates requests
 * @param preferences preferences for all requests
 * @param allowed operation id → request fields that are accepted although the contract does not have them
 */
public record MockOptions(
        NetworkOptions network,
        boolean stateful,
        Validation validation,
        Preferences preferences,
        Map<String, Set<String>> allowed) {
    /** {@code allowed} is copied. */
    public MockOptions {
        allowed = Map.copyOf(allowed);
    }

    /** Returns the defaults: a free port that is reachable from this machine only, no state, validation enforced. */
    public static MockOptions defaults() {
        return new MockOptions(NetworkOptions.loopback(), false, Validation.ENFORCE, Preferences.none(), Map.of());
    }

    private MockOptions with(NetworkOptions other) {
        return new MockOptions(other, stateful, validation, preferences, allowed);
    }

    /**
     * Returns a copy with another port; 0 means any free one.
     *
     * @throws InputException if it is not a TCP port
     */
    public MockOptions withPort(int port) {
        return with(network.withPort(port));
    }

    /** Returns a copy with another address to listen on. */
    public MockOptions withBindAddress(String address) {
        return with(network.withAddress(address));
    }

    /**
     * Returns a copy that also serves HTTPS; 0 means any free port.
     *
     * @throws InputException if it is not a TCP port
     */
    public MockOptions withHttpsPort(int port) {
        return with(network.withHttpsPort(port));
    }

    /**
     * Returns a copy with a token that permits other machines, and pages of other origins, to use the admin API.
     *
     * @throws InputException if the token is blank
     */
    public MockOptions withAdminToken(String token) {
        return with(network.withAdminToken(token));
    }

    /**
     * Returns a copy that also accepts admin and MCP requests that name the mock by one of these host names, such as that of its
     * container.
     *
     * @throws InputException if one is not a host name
     */
    public MockOptions withAllowedHosts(Set<String> names) {
        return with(network.withAllowedHosts(names));
    }

    /** Returns a copy whose stubs may forward requests to other servers, record them, and send webhooks. */
    public MockOptions withProxying() {
        return with(network.withProxying());
    }

    /** Returns a copy that stores objects. */
    public MockOptions withState() {
        return new MockOptions(network, true, validation, preferences, allowed);
    }

    /** Returns a copy with another validation. */
    public MockOptions withValidation(Validation other) {
        return new MockOptions(network, stateful, other, preferences, allowed);
    }

    /** Returns a copy with other preferences for all requests. */
    public MockOptions withPreferences(Preferences other) {
        return new MockOptions(network, stateful, validation, other, allowed);
    }

    /** Returns a copy that accepts a request field which the contract does not have, such as one that PostHog added later. */
    public MockOptions allowing(String operationId, String field) {
        var more = new HashMap<>(allowed);
        more.merge(operationId, Set.of(field), MockOptions::union);
        return new MockOptions(network, stateful, validation, preferences, more);
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
