package dev.core7.conformance.cli;

import dev.core7.conformance.http.Transports;
import dev.core7.conformance.run.Target;
import dev.core7.conformance.run.Transport;
import dev.core7.contract.InputException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How patient and how fast a command talks to its target. */
final class PaceOptions {
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

    /**
     * The way to a target: requests are paced, keys are redacted from answers, and a 429 is waited out.
     *
     * @throws InputException where an option is out of range
     */
    Transport transport(Target target) {
        if (timeout < 1) {
            throw new InputException("--timeout " + timeout + ": give a number of seconds above 0");
        }
        if (perMinute != null && perMinute < 1) {
            throw new InputException("--max-requests-per-minute " + perMinute + ": give a number above 0");
        }
        var limit = Duration.ofSeconds(timeout);
        return perMinute == null ? Transports.to(target, limit) : Transports.paced(target, limit, perMinute);
    }
}
