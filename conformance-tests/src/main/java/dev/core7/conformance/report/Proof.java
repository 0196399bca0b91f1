package dev.core7.conformance.report;

import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An exchange as people read it, and the line that repeats it.
 *
 * @param key the name of the key that was sent
 * @param headers the answer's, one per line
 */
record Proof(String request, String key, String curl, int status, String took, Excerpt headers, Excerpt body) {
    static Proof of(Exchange exchange, Target target) {
        var request = exchange.request();
        var response = exchange.response();
        return new Proof(
                request.method() + " " + request.path(),
                Optional.ofNullable(request.key()).map(Key::name).orElse("none"),
                CurlCommand.of(target, request),
                response.status(),
                Phrase.duration(response.took()),
                Excerpt.of(lines(response.headers())),
                Excerpt.of(response));
    }

    private static String lines(Map<String, List<String>> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                        .collect(Collectors.joining("\n"));
    }
}
