package dev.core7.mock.data;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** Generates random texts: of a format, of a pattern, from known values, or words. */
record TextGenerator(RandomGenerator random) {
    private static final List<String> WORDS = List.of(
            "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heron", "inlet", "juniper", "kelp", "larch",
            "meadow", "north", "otter", "pebble", "quartz", "river", "spruce", "tundra", "umber", "violet", "willow",
            "zephyr");
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 4_000;
    private static final int SECONDS = 24 * 60 * 60;
    private static final int MAX_WORDS = 4;

    /** Returns a random text that a schema allows. */
    String text(SchemaFacets facets) {
        var known = facets.known();
        if (!known.isEmpty()) {
            return known.get(random.nextInt(known.size())).toString();
        }
        var formatted = facets.text("format").flatMap(this::formatted);
        var pattern = facets.text("pattern");
        if (pattern.isEmpty()) {
            return formatted.orElseGet(() -> sized(facets));
        }
        return formatted
                .filter(Pattern.compile(pattern.get()).asPredicate())
                .or(() -> RegexTextGenerator.of(pattern.get(), random))
                .orElseGet(this::words);
    }

    private String sized(SchemaFacets facets) {
        var text = new StringBuilder(words());
        facets.count("minLength").ifPresent(min -> {
            while (text.length() < min) {
                text.append(' ').append(word());
            }
        });
        facets.count("maxLength").ifPresent(max -> text.setLength(Math.min(max, text.length())));
        return text.toString();
    }

    private Optional<String> formatted(String format) {
        return Optional.ofNullable(
                switch (format) {
                    case "date-time" -> date() + "T" + time();
                    case "date" -> date();
                    case "time" -> time();
                    case "duration" -> "PT" + (1 + random.nextInt(SECONDS)) + "S";
                    case "uuid" -> uuid();
                    case "email", "idn-email" -> word() + "." + word() + "@" + host();
                    case "hostname", "idn-hostname" -> host();
                    case "ipv4" -> "192.0.2." + random.nextInt(256);
                    case "ipv6" -> "2001:db8::" + Integer.toHexString(random.nextInt(0x10000));
                    case "uri", "iri" -> "https://" + host() + "/" + word() + "/?page=" + (1 + random.nextInt(99));
                    case "uri-reference", "iri-reference" -> "/" + word() + "/" + word() + "/";
                    case "json-pointer" -> "/" + word();
                    case "regex" -> word() + ".*";
                    default -> null;
                });
    }

    private String date() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS)).toString();
    }

    /** Returns a time with microseconds, as PostHog writes it, or without. */
    private String time() {
        String fraction = random.nextBoolean() ? "" : String.format(".%06d", random.nextInt(1_000_000));
        return String.format("%8.8s", LocalTime.ofSecondOfDay(random.nextInt(SECONDS)) + ":00") + fraction + "Z";
    }

    private String uuid() {
        var uuid = new UUID(random.nextLong(), random.nextLong()).toString();
        return uuid.substring(0, 14) + "4" + uuid.substring(15, 19) + "a" + uuid.substring(20);
    }

    /** Returns a reserved host name (RFC 2606). */
    private String host() {
        return word() + ".example.com";
    }

    /** Returns a few random words. */
    String words() {
        var words = new StringBuilder(word());
        for (int i = random.nextInt(MAX_WORDS); i > 0; i--) {
            words.append(' ').append(word());
        }
        return words.toString();
    }

    /** Returns a random word. */
    String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
