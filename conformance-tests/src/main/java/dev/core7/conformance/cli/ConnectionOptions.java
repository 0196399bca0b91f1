package dev.core7.conformance.cli;

import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.http.Client;
import dev.core7.conformance.http.ConnectionSettings;
import dev.core7.conformance.http.Transports;
import dev.core7.conformance.http.Trust;
import dev.core7.conformance.run.TimeBudget;
import dev.core7.conformance.target.Target;
import dev.core7.contract.InputException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for the connection to the target: timeout, rate, duration and trusted certificates. */
final class ConnectionOptions {
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smh])");
    private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "all_proxy");
    private static final Pattern LOCAL = Pattern.compile("(?i)https?://(localhost|127\\.|\\[::1]).*");

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "The timeout for one response. Default: ${DEFAULT-VALUE}.")
    private int timeout = 30;

    @Option(
            names = "--max-requests-per-minute",
            paramLabel = "N",
            description = "The maximum request rate, for servers that limit it. Default: no limit.")
    private @Nullable Integer perMinute;

    @Option(
            names = "--max-duration",
            paramLabel = "DURATION",
            defaultValue = "30m",
            description =
                    "The time limit for sending requests, such as 90s, 30m or 2h. Cases that were not sent by then are not"
                            + " proven. Cleanup has a separate limit. Default: ${DEFAULT-VALUE}.")
    private String maxDuration = "30m";

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description =
                    "Also trusts the certificates in this PEM file, for HTTPS servers with a private certificate.")
    private @Nullable Path cacert;

    @Option(
            names = "--insecure",
            description =
                    "Trusts any certificate of an HTTPS server. Anyone on the network path can then read the keys.")
    private boolean insecure;

    private @Nullable TimeBudget budget;

    /**
     * Returns the time budget for requests. It starts with the first call; later calls return the same object.
     *
     * @throws InputException if the option is not a duration
     */
    TimeBudget budget() {
        if (budget == null) {
            budget = TimeBudget.of(
                    duration(),
                    "not sent within --max-duration " + maxDuration
                            + ": give a longer one, or test fewer operations with --operation");
        }
        return budget;
    }

    private Duration duration() {
        var parts = DURATION.matcher(maxDuration);
        if (!parts.matches()) {
            throw new InputException(
                    "--max-duration " + maxDuration + ": give a number with its unit, such as 90s, 30m or 2h");
        }
        return Duration.parse("PT" + maxDuration.toUpperCase(Locale.ROOT));
    }

    /**
     * Returns the transport to a target: it limits the rate, removes keys from responses, and retries after a 429.
     *
     * @throws InputException if an option is out of range
     */
    Transport transport(Target target, Client client, Console console) {
        if (timeout < 1) {
            throw new InputException("--timeout " + timeout + ": give a number of seconds above 0");
        }
        if (perMinute != null && perMinute < 1) {
            throw new InputException("--max-requests-per-minute " + perMinute + ": give a number above 0");
        }
        if (insecure && cacert != null) {
            throw new InputException(
                    "--insecure trusts any certificate, so --cacert has no effect: give only one of them");
        }
        warn(target, console);
        return Transports.to(
                target,
                new ConnectionSettings(
                        client,
                        Duration.ofSeconds(timeout),
                        perMinute == null ? OptionalInt.empty() : OptionalInt.of(perMinute),
                        trust(),
                        budget(),
                        console::notice));
    }

    private Trust trust() {
        if (insecure) {
            return Trust.everything();
        }
        return cacert == null ? Trust.DEFAULT : Trust.with(cacert);
    }

    /** Returns the warnings for the report; none if certificates are verified. */
    List<String> warnings() {
        return insecure
                ? List.of(
                        "--insecure: the server's certificate was not verified; the results may come from another server,"
                                + " and others may have read the keys")
                : List.of();
    }

    private void warn(Target target, Console console) {
        if (insecure) {
            console.notice(
                    "WARNING: --insecure: the server's certificate is not verified, and anyone on the network path can read"
                            + " the keys");
        }
        if (!LOCAL.matcher(target.url()).matches()) {
            console.environment().keySet().stream()
                    .filter(name -> PROXIES.contains(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(name ->
                            console.notice(name + " is set but ignored: the kit connects to the server directly"));
        }
    }
}
