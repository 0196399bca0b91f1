package dev.core7.conformance.cli;

import dev.core7.mock.MockOptions;
import dev.core7.mock.preferences.Preferences;
import dev.core7.mock.validation.Validation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of {@code kit mock} that say where it listens and how it answers. */
final class MockFlags {
    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Where to listen; 0 takes any free port. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, which only this machine reaches.")
    private String bind = "";

    @Option(
            names = "--https-port",
            paramLabel = "PORT",
            description = "Where to listen for HTTPS too, with a certificate of its own; 0 takes any free port.")
    private @Nullable Integer httpsPort;

    @Option(
            names = "--admin-token",
            paramLabel = "TOKEN",
            description = "Opens the admin API to other machines, sent as Authorization: Token TOKEN."
                    + " Default: what the environment has in KIT_ADMIN_TOKEN.")
    private @Nullable String adminToken;

    @Option(names = "--stateful", description = "Keeps what is created and changed, instead of replaying examples.")
    private boolean stateful;

    @Option(
            names = "--validate",
            paramLabel = "off|warn|enforce",
            defaultValue = "enforce",
            description =
                    "Whether what breaks the contract is ignored, told, or told and refused. Default: ${DEFAULT-VALUE}.")
    private Validation validation = Validation.ENFORCE;

    @Option(
            names = "--prefer",
            paramLabel = "PREFERENCE",
            description =
                    "What every request prefers whose Prefer header says nothing else, such as delay=100-300; repeatable.")
    private List<String> preferred = List.of();

    @Option(
            names = "--prefer-file",
            paramLabel = "FILE",
            description = "The same as YAML: operationId, or * for all, and a preference or a list of them.")
    private @Nullable Path preferFile;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "What made-up data (dynamic=true) and chances are drawn with. Default: the same in every run.")
    private @Nullable Long seed;

    /**
     * What they ask for.
     *
     * @throws dev.core7.contract.InputException where one cannot be followed
     */
    MockOptions options(Map<String, String> environment) {
        var options = MockOptions.defaults()
                .withPort(port)
                .withBindAddress(bind)
                .withValidation(validation)
                .withPreferences(preferences());
        options = httpsPort == null ? options : options.withHttpsPort(httpsPort);
        String token = adminToken == null ? environment.get("KIT_ADMIN_TOKEN") : adminToken;
        options = token == null ? options : options.withAdminToken(token);
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
