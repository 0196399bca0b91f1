package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.run.Redactor;
import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Replaces the values of keys in responses and errors, so that no report, log or exception contains one. */
public final class RedactingTransport implements Transport {
    private final Transport inner;
    private final List<Key> keys;
    private final Redactor redactor;

    /** Redacts the values of {@code keys} and the key of the request, which may be an altered one. */
    public RedactingTransport(Transport inner, List<Key> keys) {
        this.inner = inner;
        this.keys = List.copyOf(keys);
        this.redactor = new Redactor(keys);
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        var redact = redaction(request);
        try {
            var response = inner.send(request);
            var headers = redact(response.headers(), redact);
            var body = redact(response.body(), redact);
            boolean isRedacted = body != response.body() || !headers.equals(response.headers());
            String shownIn = response.keyShownIn();
            return new Response(
                    response.status(),
                    headers,
                    body,
                    response.oversized(),
                    response.took(),
                    response.started(),
                    isRedacted && shownIn.isEmpty()
                            ? ShownKey.encodedIn(response.headers(), response.body(), request)
                            : shownIn);
        } catch (NoAnswerException e) {
            throw new NoAnswerException(redact.apply(String.valueOf(e.getMessage())), e.unreachable());
        }
    }

    private UnaryOperator<String> redaction(Request request) {
        var key = request.key();
        if (key == null || keys.contains(key)) {
            return redactor::redact;
        }
        var all = new ArrayList<>(keys);
        all.add(key);
        return new Redactor(all)::redact;
    }

    private static Map<String, List<String>> redact(Map<String, List<String>> headers, UnaryOperator<String> redact) {
        var redacted = new HashMap<String, List<String>>();
        headers.forEach((name, values) -> redacted.computeIfAbsent(redact.apply(name), n -> new ArrayList<>())
                .addAll(values.stream().map(redact).toList()));
        return redacted;
    }

    /** Decodes as ISO 8859-1, which preserves every byte whatever the charset of the body. */
    private static byte[] redact(byte[] body, UnaryOperator<String> redact) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var redacted = redact.apply(text);
        return redacted.equals(text) ? body : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }
}
