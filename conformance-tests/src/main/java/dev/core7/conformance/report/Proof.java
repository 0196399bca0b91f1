package dev.core7.conformance.report;

import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.run.Exchange;
import dev.core7.conformance.run.Finding;
import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An exchange as people read it, with what is wrong in it, and the line that repeats it.
 *
 * @param key the name of the key that was sent
 * @param sent the body of the request
 * @param odd whether a finding is about the status
 * @param headers the answer's, one per line
 */
record Proof(
        String request,
        String key,
        String curl,
        Excerpt sent,
        int status,
        boolean odd,
        String took,
        Excerpt headers,
        MarkedBody body) {
    static Proof of(Exchange exchange, Target target, List<Finding> findings) {
        var request = exchange.request();
        var response = exchange.response();
        return new Proof(
                request.method() + " " + request.path(),
                Optional.ofNullable(request.key()).map(Key::name).orElse("none"),
                CurlCommand.of(target, request),
                Excerpt.of(Optional.ofNullable(request.body()).orElse("")),
                response.status(),
                findings.stream().anyMatch(finding -> finding.where().equals("status")),
                Phrase.duration(response.took()),
                Excerpt.of(lines(response.headers())),
                MarkedBody.of(response, findings));
    }

    private static String lines(Map<String, List<String>> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                        .collect(Collectors.joining("\n"));
    }
}
