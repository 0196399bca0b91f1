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
 * A request as people read it, with its answer, what is wrong in it, and the line that repeats it.
 *
 * @param key the name of the key that was sent
 * @param sent the body of the request
 * @param answer none if the request got no response
 * @param problem why there is no answer; empty if there is one
 */
record ExchangeView(String request, String key, String curl, Excerpt sent, List<Answer> answer, String problem) {
    /**
     * The answer to a request.
     *
     * @param odd whether a finding is about the status
     * @param headers the answer's, one per line
     */
    record Answer(int status, boolean odd, String took, Excerpt headers, MarkedBody body) {
        static Answer of(Response response, List<Finding> findings) {
            return new Answer(
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
                attempt instanceof Exchange exchange ? List.of(Answer.of(exchange.response(), findings)) : List.of(),
                attempt instanceof Unanswered unanswered ? unanswered.problem() : "");
    }

    private static String lines(Map<String, List<String>> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> header.getKey() + ": " + value))
                        .collect(Collectors.joining("\n"));
    }
}
