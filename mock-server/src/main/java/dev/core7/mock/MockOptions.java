package dev.core7.mock;

import dev.core7.contract.InputException;
import dev.core7.mock.preferences.Preferences;
import dev.core7.mock.validation.Validation;
import java.nio.file.Path;
import java.util.Set;

/**
 * Options of a mock.
 *
 * @param network where it listens
 * @param stateful whether it stores objects; otherwise it responds with examples
 * @param validation how strictly it validates requests
 * @param preferences preferences for all requests
 * @param customization what the user adds to it
 */
public record MockOptions(
        NetworkOptions network,
        boolean stateful,
        Validation validation,
        Preferences preferences,
        Customization customization) {
    /** Returns the defaults: a free port that is reachable from this machine only, no state, validation enforced. */
    public static MockOptions defaults() {
        return new MockOptions(
                NetworkOptions.loopback(), false, Validation.ENFORCE, Preferences.none(), Customization.none());
    }

    private MockOptions with(NetworkOptions other) {
        return new MockOptions(other, stateful, validation, preferences, customization);
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
        return new MockOptions(network, true, validation, preferences, customization);
    }

    /** Returns a copy with another validation. */
    public MockOptions withValidation(Validation other) {
        return new MockOptions(network, stateful, other, preferences, customization);
    }

    /** Returns a copy with other preferences for all requests. */
    public MockOptions withPreferences(Preferences other) {
        return new MockOptions(network, stateful, validation, other, customization);
    }

    private MockOptions with(Customization other) {
        return new MockOptions(network, stateful, validation, preferences, other);
    }

    /** Returns a copy that accepts a request field which the contract does not have, such as one that PostHog added later. */
    public MockOptions allowing(String operationId, String field) {
        return with(customization.allowing(operationId, field));
    }

    /**
     * Returns a copy with stubs from a folder in WireMock's format: JSON files, or a folder {@code mappings} with them beside
     * {@code __files}. They take precedence over the contract, and come back whenever the stubs are reset.
     */
    public MockOptions withMappings(Path folder) {
        return with(customization.withMappings(folder));
    }

    /** Returns a copy that stores objects, and whose initial objects come from a YAML or JSON file. */
    public MockOptions withSeedFile(Path file) {
        return withState().with(customization.withSeedFile(file));
    }

    /**
     * Returns a copy that accepts every text as a key with all scopes. Keys that name their scopes are still limited to them, and
     * revoked ones are still refused.
     */
    public MockOptions acceptingAnyKey() {
        return with(customization.acceptingAnyKey());
    }
}
