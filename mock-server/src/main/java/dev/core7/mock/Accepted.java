package dev.core7.mock;

import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.state.Address;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The media types that a request accepts, by its {@code Accept} header (RFC 9110 §12.5.1); without one, all. */
record Accepted(List<Range> ranges) {
    static final String HEADER = "Accept";

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

        /** The longer name says more: {@code text/csv} than {@code text/*}, and that than the one for all. */
        int exactness() {
            return name.length();
        }
    }

    static Accepted by(Incoming request) {
        return new Accepted(request.headers(HEADER).stream()
                .flatMap(header -> Stream.of(header.split(",")))
                .filter(range -> !range.isBlank())
                .map(Range::parse)
                .toList());
    }

    /** The one that is liked best, the first among equals; nothing: none is accepted. */
    Optional<String> best(Collection<String> mediaTypes) {
        return mediaTypes.stream()
                .filter(mediaType -> quality(mediaType) > 0)
                .reduce((best, next) -> quality(next) > quality(best) ? next : best);
    }

    private double quality(String mediaType) {
        return ranges.isEmpty()
                ? 1
                : ranges.stream()
                        .filter(range -> range.contains(mediaType))
                        .max(Comparator.comparing(Range::exactness))
                        .map(Range::quality)
                        .orElse(0.0);
    }

    /** The documented success in the media type that the request likes best, unless its query has named one. */
    static Answer answer(Incoming request, Operation operation, Answer granted) {
        var content = operation.success().content();
        if (content.size() < 2 || request.header(HEADER) == null || namesOne(request, operation)) {
            return granted;
        }
        return by(request)
                .best(content.keySet())
                .map(content::get)
                .flatMap(liked -> liked.examples().stream()
                        .findFirst()
                        .map(example -> Examples.answer(operation.success(), liked, example)))
                .orElse(granted);
    }

    private static boolean namesOne(Incoming request, Operation operation) {
        var query = Address.parse(request.url()).query();
        return operation.parameters().stream()
                .filter(parameter -> !parameter.mediaTypes().isEmpty())
                .map(Parameter::name)
                .anyMatch(query::containsKey);
    }
}
