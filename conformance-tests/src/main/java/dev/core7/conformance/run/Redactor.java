package dev.core7.conformance.run;

import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces the values of keys in texts by the names of their environment variables, as {@code $KEY}. It ignores case and
 * recognises common encodings, up to three nested ones: escapes of JSON, URLs and HTML, base64, and UTF-16. A value of fewer
 * than 8 characters, such as {@code test}, is replaced only as a separate word without encoding, because it may be an ordinary
 * word.
 */
public final class Redactor {
    private static final int SHORTEST = 8;
    private static final int MAX_DECODINGS = 3;

    /** The number of leading characters by which forms are looked up. */
    private static final int PREFIX = 4;

    private static final int BASE64_BITS = 6;

    private final Map<String, List<Form>> forms = new HashMap<>();
    private final boolean[] prefixes = new boolean[1 << Character.SIZE];
    private final Map<Pattern, String> words = new HashMap<>();

    /** One way to write a key, in lower case. */
    private record Form(String text, String variable) {}

    /** The position of a key in a text. */
    private record Place(int from, int to, String variable) {}

    /** Redacts the values of {@code keys}. */
    public Redactor(Collection<Key> keys) {
        for (Key key : keys) {
            if (key.value().length() < SHORTEST) {
                var alone = "(?<![\\w-])" + Pattern.quote(key.value()) + "(?![\\w-])";
                words.put(Pattern.compile(alone), key.variable());
            } else {
                // A key such as a%41b is decoded with the text around it.
                decodings(key.value())
                        .map(DecodedText::text)
                        .filter(text -> text.length() >= SHORTEST)
                        .flatMap(text -> forms(text).stream())
                        .forEach(form -> add(new Form(lower(form), key.variable())));
            }
        }
    }

    /** A text, and what it is when it is decoded up to three times. */
    private static Stream<DecodedText> decodings(String text) {
        return Stream.iterate(
                        Optional.of(DecodedText.original(text)),
                        Optional::isPresent,
                        d -> d.flatMap(DecodedText::decoded))
                .limit(1 + MAX_DECODINGS)
                .flatMap(Optional::stream);
    }

    private void add(Form form) {
        prefixes[hash(form.text(), 0)] = true;
        forms.computeIfAbsent(form.text().substring(0, PREFIX), p -> new ArrayList<>())
                .add(form);
    }

    private static Set<String> forms(String value) {
        var forms = new LinkedHashSet<String>();
        forms.add(value);
        for (int before = 0; before < 3; before++) {
            var bytes = ("\0".repeat(before) + value).getBytes(StandardCharsets.UTF_8);
            // Characters that also encode neighbouring bytes are omitted.
            int from = (before * Byte.SIZE + BASE64_BITS - 1) / BASE64_BITS;
            int to = bytes.length * Byte.SIZE / BASE64_BITS;
            forms.add(Base64.getEncoder().encodeToString(bytes).substring(from, to));
            forms.add(Base64.getUrlEncoder().encodeToString(bytes).substring(from, to));
        }
        return forms;
    }

    /** The text without the keys. */
    public String redact(String text) {
        var places = new ArrayList<Place>();
        decodings(text).forEach(decoded -> find(decoded, places));
        words.forEach((word, variable) -> word.matcher(text)
                .results()
                .forEach(found -> places.add(new Place(found.start(), found.end(), variable))));
        return places.isEmpty() ? text : replace(text, places);
    }

    private void find(DecodedText decoded, List<Place> places) {
        var text = lower(decoded.text());
        for (int at = 0; at + PREFIX <= text.length(); at++) {
            if (prefixes[hash(text, at)]) {
                find(decoded, text, at, places);
            }
        }
    }

    private void find(DecodedText decoded, String text, int at, List<Place> places) {
        for (Form form : forms.getOrDefault(text.substring(at, at + PREFIX), List.of())) {
            if (text.startsWith(form.text(), at)) {
                int end = at + form.text().length();
                places.add(new Place(decoded.starts()[at], decoded.starts()[end], form.variable()));
            }
        }
    }

    /** Converts a text to lower case without changing its length, unlike {@link String#toLowerCase}. */
    private static String lower(String text) {
        var lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = Character.toLowerCase(lower[i]);
        }
        return new String(lower);
    }

    private static int hash(String text, int at) {
        int hash = 0;
        for (int i = at; i < at + PREFIX; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return hash & (1 << Character.SIZE) - 1;
    }

    /** Overlapping places, for example if one key is part of another, are replaced together. */
    private static String replace(String text, List<Place> places) {
        places.sort(Comparator.comparing(Place::from).thenComparing(Place::to, Comparator.reverseOrder()));
        var redacted = new StringBuilder();
        int end = 0;
        for (Place place : places) {
            if (place.from() >= end) {
                redacted.append(text, end, place.from()).append('$').append(place.variable());
            }
            end = Math.max(end, place.to());
        }
        return redacted.append(text, end, text.length()).toString();
    }

    /** The report without keys in its results and messages. Exchanges are redacted when they are received. */
    Report redact(Report report) {
        return report.withResults(
                report.results().stream()
                        .map(result -> result.with(redact(result.outcome())))
                        .toList(),
                report.leftBehind().stream().map(this::redact).toList(),
                report.baselineProblems());
    }

    private Outcome redact(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return new Outcome.Failed(failed.findings().stream()
                    .map(finding -> new Finding(
                            redact(finding.where()),
                            redact(finding.expected()),
                            redact(finding.actual()),
                            redact(finding.condition())))
                    .toList());
        }
        return outcome instanceof Outcome.NotProven unproven
                ? new Outcome.NotProven(redact(unproven.reason()))
                : outcome;
    }
}
