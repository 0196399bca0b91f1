package dev.core7.conformance.exchange;

import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fills in path templates with percent-encoding (RFC 3986), and finds the operation of a path. */
public final class Paths {
    /** The longest text that is accepted as an id, because requests and messages contain it. */
    public static final int MAX_ID = 256;

    /** Not valid as ids, because as a segment of a path they lead to its parent (RFC 3986 §5.2.4). */
    private static final Set<String> DOTS = Set.of("", ".", "..");

    private Paths() {}

    /** The path with its parameters filled in. */
    public static String fill(String template, Map<String, String> parameters) {
        String path = template;
        for (var parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", encode(parameter.getValue()));
        }
        return path;
    }

    /** A path without its query. */
    public static String withoutQuery(String path) {
        return path.split("\\?", 2)[0];
    }

    /**
     * The operation that a request calls. If several match, the one whose path has literal segments further to the left. A slash
     * at the end of a path may be missing, because many servers accept both forms.
     *
     * @param path as it is sent, with or without query
     * @param known path parameters that must have these values in the path; other parameters match any value
     */
    public static Optional<Operation> called(Contract contract, String method, String path, Map<String, String> known) {
        String plain = withoutQuery(path);
        var exact = exactly(contract, method, plain, known);
        return exact.isEmpty() && !plain.endsWith("/") ? exactly(contract, method, plain + "/", known) : exact;
    }

    private static Optional<Operation> exactly(
            Contract contract, String method, String path, Map<String, String> known) {
        var segments = segments(path);
        return contract.operations().stream()
                .filter(o -> o.method().equals(method))
                .filter(o -> fits(segments(fill(o.path(), known)), segments))
                .min((a, b) -> Arrays.compare(
                        segments(a.path()), segments(b.path()), Comparator.comparing(Paths::isParameter)));
    }

    private static boolean fits(String[] template, String[] path) {
        return template.length == path.length
                && IntStream.range(0, path.length)
                        .allMatch(i -> isParameter(template[i]) ? !path[i].isEmpty() : template[i].equals(path[i]));
    }

    /** A trailing slash counts: an empty segment follows it. */
    private static String[] segments(String path) {
        return path.split("/", -1);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /**
     * The path and query of a link in a response. The host is ignored, so that the key is sent only to the target.
     *
     * @throws IllegalArgumentException if the link is not a URL, or leads to another operation
     */
    public static String ofLink(String url, Operation operation, Target target) {
        String template = fill(operation.path(), target.parameters());
        var own = Pattern.compile(template.replaceFirst("/$", "").replaceAll("\\{[^}]*}", "[^/]+") + "/?$");
        try {
            var uri = new URI(url);
            var path = own.matcher(String.valueOf(uri.getRawPath()));
            if (path.find()) {
                return uri.getRawQuery() == null ? path.group() : path.group() + "?" + uri.getRawQuery();
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the link " + url + " is not a URL: fix the link in the response", e);
        }
        throw new IllegalArgumentException(
                "the link " + url + " leads to a path other than " + template + ": fix the link in the response");
    }

    /** The value of a path parameter, as the path of a template contains it; empty if the path has another form. */
    public static String parameter(String template, String name, String path) {
        var names = segments(template);
        var values = segments(withoutQuery(path));
        return IntStream.range(0, Math.min(names.length, values.length))
                .filter(i -> names[i].equals("{" + name + "}"))
                .mapToObj(i -> values[i])
                .findFirst()
                .orElse("");
    }

    /** A path without the slash at its end. */
    public static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The query string of these parameters with its question mark; empty if there are none. */
    public static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** The text of an object's id in a path; empty if the value cannot be an id, or is longer than {@link #MAX_ID}. */
    public static Optional<String> id(@Nullable Object value) {
        return value instanceof String || value instanceof Number
                ? Optional.of(text(value)).filter(text -> !DOTS.contains(text) && text.length() <= MAX_ID)
                : Optional.empty();
    }

    /** A JSON value as text in a path or query. JSON has one type of number, so 5.0 becomes 5. */
    public static String text(Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** A text as a segment of a path, or in a query. */
    public static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isUnreserved(text.charAt(i))) {
                return percentEncoded(text);
            }
        }
        return text;
    }

    /** A text as a segment of a path, with all its characters percent-encoded. */
    static String encodeAll(String text) {
        var encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            encoded.append(String.format("%%%02X", b));
        }
        return encoded.toString();
    }

    /** A segment of a path with its percent-encoded characters as themselves; the same text if it is not encoded correctly. */
    public static String decode(String segment) {
        if (segment.indexOf('%') < 0) {
            return segment;
        }
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return segment;
        }
    }

    /** Unreserved characters (RFC 3986 §2.3), and {@code @}. */
    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~@".indexOf(c) >= 0;
    }

    private static String percentEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
