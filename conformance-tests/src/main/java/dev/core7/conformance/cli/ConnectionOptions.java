package dev.core7.conformance.cli;

import dev.core7.conformance.exchange.Transport;
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

/** How a command talks to its target: how patiently, how fast, for how long, and whom it trusts. */
final class ConnectionOptions {
    private static final Pattern DURATION = Pattern.compile("([1-9]\\d{0,5})([smh])");
    private static final List<String> PROXIES = List.of("http_proxy", "https_proxy", "all_proxy");
    private static final Pattern LOCAL = Pattern.compile("(?i)https?://(localhost|127\\.|\\[::1]).*");

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long one answer may take. Default: ${DEFAULT-VALUE}.")
    private int timeout = 30;

    @Option(
            names = "--max-requests-per-minute",
            paramLabel = "N",
            description = "Sends no more than that, for servers that limit the rate. Default: as fast as they answer.")
    private @Nullable Integer perMinute;

    @Option(
            names = "--max-duration",
            paramLabel = "DURATION",
            defaultValue = "30m",
            description = "How long requests are sent, such as 90s, 30m or 2h; what was not sent by then is not proven."
                    + " Tidying up comes after it. Default: ${DEFAULT-VALUE}.")
    private String maxDuration = "30m";

    @Option(
            names = "--cacert",
            paramLabel = "FILE",
            description = "Trusts the certificates in this PEM file too, for HTTPS servers with one of their own.")
    private @Nullable Path cacert;

    @Option(
            names = "--insecure",
            description = "Trusts any certificate of an HTTPS server. Whoever is between can read the keys.")
    private boolean insecure;

    private @Nullable TimeBudget budget;

    /**
     * The time for requests, which starts with the first call; the same object each time.
     *
     * @throws InputException if the option is no duration
     */
    TimeBudget budget() {
        if (budget == null) {
            budget = TimeBudget.of(
                    duration(),
                    "not sent within --max-duration " + maxDuration
                            + ": give a longer one, or judge parts of the contract with --operation");
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
     * The way to a target: requests are paced, keys are redacted from answers, and a 429 is waited out.
     *
     * @throws InputException where an option is out of range
     */
    Transport transport(Target target, Console console) {
        if (timeout < 1) {
            throw new InputException("--timeout " + timeout + ": give a number of seconds above 0");
        }
        if (perMinute != null && perMinute < 1) {
            throw new InputException("--max-requests-per-minute " + perMinute + ": give a number above 0");
        }
        if (insecure && cacert != null) {
            throw new InputException(
                    "--insecure trusts any certificate, so that --cacert says nothing: give one of them");
        }
        warn(target, console);
        return Transports.to(
                target,
                new ConnectionSettings(
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

    /** What a report has to warn of; nothing if the connection is as safe as its url says. */
    List<String> warnings() {
        return insecure
                ? List.of("--insecure: the server's certificate was not checked, so that these results may be another"
                        + " server's, and the keys may have been read")
                : List.of();
    }

    private void warn(Target target, Console console) {
        if (insecure) {
            console.notice(
                    "WARNING: --insecure: the server's certificate is not checked, and whoever is between can read"
                            + " the keys");
        }
        if (!LOCAL.matcher(target.url()).matches()) {
            console.environment().keySet().stream()
                    .filter(name -> PROXIES.contains(name.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .ifPresent(name ->
                            console.notice(name + " is set and ignored: the kit connects to the server directly"));
        }
    }
}
