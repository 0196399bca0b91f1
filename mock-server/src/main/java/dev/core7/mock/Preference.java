package dev.core7.mock;

import com.github.tomakehurst.wiremock.http.DelayDistribution;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The answer that a client asks for in its {@code Prefer} header (RFC 7240): names and values, separated by commas or semicolons.
 * Preferences for all requests are written in the same way.
 */
record Preference(Map<String, String> values) {
    static final String HEADER = "Prefer";
    static final Preference NONE = new Preference(Map.of());

    /** Who asks for one of these has chosen an answer. */
    private static final Set<String> ANSWERS = Set.of("code", "example", "dynamic");

    private static final Pattern ONE = Pattern.compile("([^\\s,;=\"]+)(?:\\s*=\\s*(\"[^\"]*\"|[^,;]*))?");

    /** {@code values} is copied. */
    Preference {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    static Preference parse(List<String> texts) {
        var values = new LinkedHashMap<String, String>();
        for (String text : texts) {
            ONE.matcher(text)
                    .results()
                    .forEach(found -> values.putIfAbsent(
                            found.group(1),
                            found.group(2) == null
                                    ? ""
                                    : unquoted(found.group(2).strip())));
        }
        return new Preference(values);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** This, and what another prefers besides; which answer to give is one question. */
    Preference orElse(Preference other) {
        var both = new LinkedHashMap<>(other.values);
        if (values.keySet().stream().anyMatch(ANSWERS::contains)) {
            both.keySet().removeAll(ANSWERS);
        }
        both.putAll(values);
        return new Preference(both);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** How many milliseconds to wait; nothing: it asks for no delay, or for one of more than a minute. */
    Optional<DelayDistribution> delay() {
        return value("delay").flatMap(Delays::parse);
    }

    /** The status of the answer; nothing: it asks for none. */
    Optional<Integer> code() {
        return value("code").filter(text -> text.matches("[2-5]\\d\\d")).map(Integer::valueOf);
    }

    /** Whether it asks for made-up data. */
    boolean isDynamic() {
        return value("dynamic").filter("true"::equals).isPresent();
    }

    /** What made-up data are drawn with. */
    Optional<Long> seed() {
        return value("seed").filter(text -> text.matches("-?\\d{1,18}")).map(Long::valueOf);
    }

    /** How likely it is to be followed, from 0 to 1; nothing: it names no chance, or none up to 100 %. */
    Optional<Double> chance() {
        return value("chance")
                .filter(text -> text.matches("\\d{1,3}(\\.\\d{1,6})?%"))
                .map(text -> Double.parseDouble(text.substring(0, text.length() - 1)) / 100)
                .filter(chance -> chance <= 1);
    }
}
