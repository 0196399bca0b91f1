package dev.core7.conformance.report;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.http.CurlCommand;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A request and its response for people to read.
 *
 * @param key the name of the key that was sent
 * @param curl the request as a curl command
 * @param body the body of the request
 * @param response empty if the request got no response
 * @param problem why there is no response; empty if there is one
 */
record ExchangeView(String request, String key, String curl, Excerpt body, List<Received> response, String problem) {
    /**
     * The response to a request.
     *
     * @param wrongStatus whether a finding is about the status
     * @param headers the headers, one per line
     */
    record Received(int status, boolean wrongStatus, String took, Excerpt headers, MarkedBody body) {
        static Received of(Response response, List<Finding> findings) {
            return new Received(
                    response.status(),
                    findings.stream().anyMatch(finding -> finding.where().equals("status")),
                    Formats.duration(response.took()),
                    Excerpt.of(lines(response.headers())),
                    MarkedBody.of(response, findings));
        }
    }

    static ExchangeView of(Attempt attempt, Target target, List<Finding> findings) {
        var request = attempt.request();
        return new ExchangeView(
                request.method() + " " + request.path(),
                Optional.ofNullable(request.key()).map(Key::name).orElse("none"),
                CurlCommand.of(target, request),
                Excerpt.of(Optional.ofNullable(request.body()).orElse("")),
                attempt instanceof Exchange exchange ? List.of(Received.of(exchange.response(), findings)) : List.of(),
                attempt instanceof Unanswered unanswered ? unanswered.problem() : "");
    }

    private static String lines(Map<String, List<String>> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                        .collect(Collectors.joining("\n"));
    }
}
