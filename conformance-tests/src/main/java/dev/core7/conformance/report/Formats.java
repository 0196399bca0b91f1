package dev.core7.conformance.report;

import dev.core7.conformance.result.Finding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats numbers, times, findings and commands, independently of the locale. */
public final class Formats {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Formats() {}

    /** Returns a number with separators between thousands. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Returns a number with its noun, such as {@code 1 place} or {@code 2 places}. */
    static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String finding(Finding finding) {
        return finding.where() + ": expected " + finding.expected() + ", actual " + finding.actual();
    }

    /** Returns the command that sends a case again, or the flow of a step. It creates what the case needs, so it works after cleanup. */
    static String replay(String caseId) {
        return "./kit replay " + caseId + " --target FILE";
    }

    static String date(Instant instant) {
        return DATE.format(instant);
    }

    static String duration(Duration duration) {
        if (duration.toMillis() < 1000) {
            return duration.toMillis() + " ms";
        }
        if (duration.toSeconds() < 60) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
