package dev.core7.conformance.selftest;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Shows the mark of the run in the examples that a mock without state returns, in the fields for texts that people see
 * ({@code x-free-text}). A run writes only to objects that show its mark, so that it would otherwise send no update.
 */
final class MarkedExamples implements Transport {
    private final Transport inner;
    private final Pattern exampleText;
    private String mark = "";

    MarkedExamples(Transport inner, Contract contract) {
        this.inner = inner;
        var names = contract.operations().stream()
                .flatMap(operation -> operation.body().stream())
                .flatMap(body -> body.schema().properties().entrySet().stream())
                .filter(field -> field.getValue().flag("x-free-text"))
                .map(field -> Pattern.quote(field.getKey()))
                .distinct()
                .collect(Collectors.joining("|"));
        this.exampleText = Pattern.compile("(\"(?:" + names + ")\"\\s*:\\s*)\"string\"");
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        var response = inner.send(request);
        if (!request.mark().isEmpty()) {
            mark = request.mark();
        }
        if (mark.isEmpty()) {
            return response;
        }
        var text = new String(response.body(), StandardCharsets.ISO_8859_1);
        var value = new String(Json.write(mark).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        var marked = exampleText.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(value));
        return new Response(
                response.status(),
                response.headers(),
                marked.getBytes(StandardCharsets.ISO_8859_1),
                response.oversized(),
                response.took(),
                response.started(),
                response.keyShownIn());
    }
}
