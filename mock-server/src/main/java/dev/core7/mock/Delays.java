package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.DelayDistribution;
import com.github.tomakehurst.wiremock.http.FixedDelayDistribution;
import com.github.tomakehurst.wiremock.http.LogNormal;
import com.github.tomakehurst.wiremock.http.UniformDistribution;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long answers are held back, in milliseconds: {@code 250} always, {@code 100-300} anything between, {@code 90~0.4} half
 * of them less than 90 and the others with a tail, as real servers have it (log-normal; 0.4 is sigma). Each is a token as
 * RFC 7240 wants it, so none needs quotes in a header.
 */
final class Delays {
    private static final int MAX = 60_000;
    private static final Pattern NOTATION = Pattern.compile("(\\d{1,5})(?:-(\\d{1,5})|~(\\d(?:\\.\\d{1,3})?))?");

    private Delays() {}

    /** Nothing where the text is no such delay, or one of more than a minute; a tail ends there. */
    static Optional<DelayDistribution> parse(String text) {
        var found = NOTATION.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(found.group(1));
        int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
        if (first > last || last > MAX) {
            return Optional.empty();
        }
        if (found.group(3) != null) {
            return Optional.of(new LogNormal(first, Double.parseDouble(found.group(3)), (double) MAX));
        }
        return Optional.of(first == last ? new FixedDelayDistribution(first) : new UniformDistribution(first, last));
    }
}
