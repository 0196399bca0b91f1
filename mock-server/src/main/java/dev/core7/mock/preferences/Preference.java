package dev.core7.mock.preferences;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A parsed {@code Prefer} header (RFC 7240): names and values, separated by commas or semicolons. Preferences for all requests
 * have the same form.
 */
public record Preference(Map<String, String> values) {
    /** The name of the header. */
    public static final String HEADER = "Prefer";

    static final Preference NONE = new Preference(Map.of());

    /** The names that select a response. */
    private static final Set<String> SELECTING = Set.of("code", "example", "dynamic");

    private static final Pattern ENTRY = Pattern.compile("([^\\s,;=\"]+)(?:\\s*=\\s*(\"[^\"]*\"|[^,;]*))?");

    /** {@code values} is copied. */
    public Preference {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Parses preferences; the first value of a name takes precedence. */
    static Preference parse(List<String> texts) {
        var values = new LinkedHashMap<String, String>();
        for (String text : texts) {
            ENTRY.matcher(text)
                    .results()
                    .forEach(entry -> values.putIfAbsent(
                            entry.group(1),
                            entry.group(2) == null
                                    ? ""
                                    : unquoted(entry.group(2).strip())));
        }
        return new Preference(values);
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    /** Returns this preference completed by another one. If this one selects a response, the other does not. */
    Preference orElse(Preference other) {
        var merged = new LinkedHashMap<>(other.values);
        if (values.keySet().stream().anyMatch(SELECTING::contains)) {
            merged.keySet().removeAll(SELECTING);
        }
        merged.putAll(values);
        return new Preference(merged);
    }

    /** Returns the value of a preference. */
    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Returns the preferred delay; empty if there is none, or one of more than a minute. */
    public Optional<Delay> delay() {
        return value("delay").flatMap(Delay::parse);
    }

    /** Returns the preferred status; empty if there is none. */
    Optional<Integer> code() {
        return value("code").filter(text -> text.matches("[2-5]\\d\\d")).map(Integer::valueOf);
    }

    /** Returns whether generated data are preferred. */
    boolean isDynamic() {
        return value("dynamic").filter("true"::equals).isPresent();
    }

    /** Returns the seed of generated data. */
    Optional<Long> seed() {
        return value("seed").filter(text -> text.matches("-?\\d{1,18}")).map(Long::valueOf);
    }

    /** Returns the probability of following the preference, from 0 to 1; empty if there is none, or one above 100 %. */
    Optional<Double> chance() {
        return value("chance")
                .filter(text -> text.matches("\\d{1,3}(\\.\\d{1,6})?%"))
                .map(text -> Double.parseDouble(text.substring(0, text.length() - 1)) / 100)
                .filter(chance -> chance <= 1);
    }
}
