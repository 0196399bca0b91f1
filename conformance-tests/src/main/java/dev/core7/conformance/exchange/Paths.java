package dev.core7.conformance.exchange;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Path templates filled in, percent-encoded (RFC 3986), and found again by a path. */
public final class Paths {
    private Paths() {}

    /** The path with its parameters filled in. */
    public static String fill(String template, Map<String, String> parameters) {
        String path = template;
        for (var parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", encode(parameter.getValue()));
        }
        return path;
    }

    /** A path as it stands before its query. */
    public static String withoutQuery(String path) {
        return path.split("\\?", 2)[0];
    }

    /**
     * The operation that a request calls; where several fit, the one that is written out further to the left.
     *
     * @param path as it is sent, its query may be there too
     * @param known path parameters of which the path has to have these values; others fit any
     */
    public static Optional<Operation> called(Contract contract, String method, String path, Map<String, String> known) {
        var segments = segments(withoutQuery(path));
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

    /** A slash at the end counts: there is an empty segment behind it. */
    private static String[] segments(String path) {
        return path.split("/", -1);
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{");
    }

    /** The query of these parameters with its question mark; empty where there are none. */
    public static String query(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** A value as a path or a query has it: JSON knows one kind of number, so 5.0 is 5. */
    public static String text(Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : value.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
    }
}
