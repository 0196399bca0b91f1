package dev.core7.conformance.http;

import dev.core7.conformance.run.Key;
import dev.core7.conformance.run.Request;
import dev.core7.conformance.run.Response;
import dev.core7.conformance.run.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Replaces every key's value in what a server echoes, so that no report, log or exception can show one. */
public final class RedactingTransport implements Transport {
    private final Transport inner;
    private final List<Key> keys;

    /** Redacts the values of {@code keys}, and that of each request's own, which may be one of them altered. */
    public RedactingTransport(Transport inner, List<Key> keys) {
        this.inner = inner;
        this.keys = List.copyOf(keys);
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        var secrets = secrets(request);
        try {
            var response = inner.send(request);
            return new Response(
                    response.status(),
                    redact(response.headers(), secrets),
                    redact(response.body(), secrets),
                    response.endless(),
                    response.took());
        } catch (NoAnswerException e) {
            throw new NoAnswerException(redact(String.valueOf(e.getMessage()), secrets), e.unreachable());
        }
    }

    /** The longest first, for one may be part of another. */
    private List<Key> secrets(Request request) {
        return Stream.concat(keys.stream(), Stream.ofNullable(request.key()))
                .sorted(Comparator.comparing((Key key) -> -key.value().length()))
                .toList();
    }

    private static String redact(String text, List<Key> secrets) {
        String redacted = text;
        for (Key key : secrets) {
            redacted = redacted.replace(key.value(), "$" + key.variable());
        }
        return redacted;
    }

    private static Map<String, List<String>> redact(Map<String, List<String>> headers, List<Key> secrets) {
        var redacted = new HashMap<String, List<String>>();
        headers.forEach((name, values) -> redacted.put(
                name, values.stream().map(value -> redact(value, secrets)).toList()));
        return redacted;
    }

    /** ISO 8859-1 keeps every byte as it is, whatever the body's real charset. */
    private static byte[] redact(byte[] body, List<Key> secrets) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var redacted = redact(text, secrets);
        return redacted.equals(text) ? body : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }
}
