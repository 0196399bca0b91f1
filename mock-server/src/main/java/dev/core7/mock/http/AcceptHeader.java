package dev.core7.mock.http;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types that a request accepts by its {@code Accept} header (RFC 9110 §12.5.1); all if it has none. */
public record AcceptHeader(List<Range> ranges) {
    /** The name of the header. */
    public static final String NAME = "Accept";

    /** @param name such as {@code text/csv}, {@code text/*} or {@code *}{@code /*} */
    private record Range(String name, double quality) {
        static Range parse(String text) {
            var parts = text.toLowerCase(Locale.ROOT).split(";");
            return new Range(
                    parts[0].strip(),
                    Stream.of(parts)
                            .skip(1)
                            .map(String::strip)
                            .filter(part -> part.matches("q=[01](\\.\\d{0,3})?"))
                            .map(part -> Double.parseDouble(part.substring(2)))
                            .findFirst()
                            .orElse(1.0));
        }

        boolean contains(String mediaType) {
            return name.equals("*/*")
                    || name.equals(mediaType)
                    || name.endsWith("/*") && mediaType.startsWith(name.substring(0, name.length() - 1));
        }

        /** Longer names are more specific: {@code text/csv}, then {@code text/*}, then the range for all types. */
        int specificity() {
            return name.length();
        }
    }

    /** Parses the header of a request. */
    public static AcceptHeader of(MockRequest request) {
        return new AcceptHeader(request.headers(NAME).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .filter(range -> !range.isBlank())
                .map(Range::parse)
                .toList());
    }

    /** Returns the media type with the highest quality, the first one among equals; empty if none is accepted. */
    public Optional<String> best(Collection<String> mediaTypes) {
        return mediaTypes.stream()
                .filter(mediaType -> quality(mediaType) > 0)
                .reduce((best, next) -> quality(next) > quality(best) ? next : best);
    }

    private double quality(String mediaType) {
        return ranges.isEmpty()
                ? 1
                : ranges.stream()
                        .filter(range -> range.contains(mediaType))
                        .max(Comparator.comparing(Range::specificity))
                        .map(Range::quality)
                        .orElse(0.0);
    }
}
