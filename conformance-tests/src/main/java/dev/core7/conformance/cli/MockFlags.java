package dev.core7.conformance.cli;

import dev.core7.contract.InputException;
import dev.core7.mock.MockOptions;
import dev.core7.mock.preferences.Preferences;
import dev.core7.mock.validation.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code kit mock} for its addresses and responses. */
final class MockFlags {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The port to listen on; 0 selects a free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine can reach.")
    private String bind = "";

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "Also listens for HTTPS on this port, with a self-signed certificate; 0 selects a free port.")
    private @Nullable Integer httpsPort;

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description =
                    "Allows other machines, and pages of other origins, to use the admin API if they send Authorization: Token"
                            + " TOKEN. Default: the environment variable KIT_ADMIN_TOKEN.")
    private @Nullable String adminToken;

    @Option(
            names = "--allow-host",
            paramLabel = "NAME",
            description =
                    "A host name by which admin and MCP requests may name the mock, such as that of its container;"
                            + " repeatable. Loopback names and the address itself are always allowed.")
    private Set<String> allowedHosts = Set.of();

    @Option(
            names = "--allow-proxying",
            description = "Allows stubs to forward requests to other servers, to record them, and to send webhooks.")
    private boolean proxying;

    @Option(
            names = "--stateful",
            description = "Stores created and changed objects instead of always returning the examples.")
    private boolean stateful;

    @Option(
            names = "--validate",
            paramLabel = "off|warn|enforce",
            defaultValue = "enforce",
            description =
                    "off ignores violations of the contract, warn reports them, enforce also rejects the requests that"
                            + " PostHog rejects. Default: ${DEFAULT-VALUE}.")
    private Validation validation = Validation.ENFORCE;

    @Option(
            names = "--allow",
            paramLabel = "OPERATION:FIELD",
            description = "Accepts and stores a request field that the contract does not have, such as"
                    + " annotations_create:emoji; repeatable.")
    private List<String> allowed = List.of();

    @Option(
            names = "--prefer",
            paramLabel = "PREFERENCE",
            description = "The default for the Prefer header of all requests, such as delay=100-300; repeatable.")
    private List<String> preferred = List.of();

    @Option(
            names = "--prefer-file",
            paramLabel = "FILE",
            description =
                    "A YAML file with defaults for the Prefer header: for each operationId, or * for all, one preference"
                            + " or a list.")
    private @Nullable Path preferFile;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "The random seed for generated data (dynamic=true) and for preferences with a probability."
                    + " Default: the same in every run.")
    private @Nullable Long seed;

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            description = "A folder with your own stubs in WireMock's format, which take precedence over the contract.")
    private @Nullable Path mappings;

    @Option(
            names = "--seed-file",
            paramLabel = "FILE",
            description = "A YAML or JSON file with the initial objects, such as annotations; turns on --stateful.")
    private @Nullable Path seedFile;

    @Option(
            names = "--accept-any-key",
            description = "Accepts every text as a key with all scopes. Keys of the mock keep their scopes.")
    private boolean acceptAnyKey;

    /**
     * Returns the options of the mock.
     *
     * @throws dev.core7.contract.InputException if an option is invalid
     */
    MockOptions options(Map<String, String> environment) {
        var options = MockOptions.defaults()
                .withPort(port)
                .withBindAddress(bind)
                .withAllowedHosts(allowedHosts)
                .withValidation(validation)
                .withPreferences(preferences());
        options = proxying ? options.withProxying() : options;
        options = httpsPort == null ? options : options.withHttpsPort(httpsPort);
        for (String field : allowed) {
            var parts = field.split(":", 2);
            if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
                throw new InputException(
                        "--allow " + field + ": give the operation and the field, such as annotations_create:emoji");
            }
            options = options.allowing(parts[0], parts[1]);
        }
        String token = adminToken == null ? environment.get("KIT_ADMIN_TOKEN") : adminToken;
        options = token == null ? options : options.withAdminToken(token);
        options = mappings == null ? options : options.withMappings(mappings);
        options = seedFile == null ? options : options.withSeedFile(seedFile);
        options = acceptAnyKey ? options.acceptingAnyKey() : options;
        return stateful ? options.withState() : options;
    }

    private Preferences preferences() {
        var all = seed == null ? Preferences.none() : Preferences.none().withSeed(seed);
        for (String preference : preferred) {
            all = all.with(preference);
        }
        return preferFile == null ? all : all.with(preferFile);
    }
}
