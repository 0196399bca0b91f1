package dev.core7.mock.preferences;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * How long a response is delayed, in milliseconds: {@code 250} always, {@code 100-300} uniformly distributed, {@code 90~0.4}
 * log-normally with median 90 and sigma 0.4. Each form is a token of RFC 7240, so a header needs no quotes.
 *
 * @param from the shortest delay, or the median
 * @param to the longest delay
 * @param sigma empty: uniformly distributed
 */
public record Delay(int from, int to, OptionalDouble sigma) {
    private static final int MAX = 60_000;
    private static final Pattern NOTATION = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5})|~(\\d(?:\\.\\d{1,3})?))?");

    /** Parses a delay; empty if the text is none, or one of more than a minute. */
    public static Optional<Delay> parse(String text) {
        var found = NOTATION.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int from = Integer.parseInt(found.group(1));
        int to = found.group(2) == null ? from : Integer.parseInt(found.group(2));
        if (from > to || to > MAX) {
            return Optional.empty();
        }
        return Optional.of(
                found.group(3) == null
                        ? new Delay(from, to, OptionalDouble.empty())
                        : new Delay(from, MAX, OptionalDouble.of(Double.parseDouble(found.group(3)))));
    }
}
