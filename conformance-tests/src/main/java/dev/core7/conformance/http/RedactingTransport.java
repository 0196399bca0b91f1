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

/** Replaces every key's value in what a server echoes, so that no report, log or exception can show one. */
public final class RedactingTransport implements Transport {
    private final Transport inner;
    private final List<Key> keys;

    /** Redacts the values of {@code keys}, the longest first, for one may be part of another. */
    public RedactingTransport(Transport inner, List<Key> keys) {
        this.inner = inner;
        this.keys = keys.stream()
                .sorted(Comparator.comparing((Key key) -> -key.value().length()))
                .toList();
    }

    @Override
    public Response send(Request request) throws NoAnswerException {
        try {
            var response = inner.send(request);
            return new Response(
                    response.status(),
                    redact(response.headers()),
                    redact(response.body()),
                    response.endless(),
                    response.took());
        } catch (NoAnswerException e) {
            throw new NoAnswerException(redact(String.valueOf(e.getMessage())), e.unreachable());
        }
    }

    private String redact(String text) {
        String redacted = text;
        for (Key key : keys) {
            redacted = redacted.replace(key.value(), "$" + key.variable());
        }
        return redacted;
    }

    private Map<String, List<String>> redact(Map<String, List<String>> headers) {
        var redacted = new HashMap<String, List<String>>();
        headers.forEach((name, values) ->
                redacted.put(name, values.stream().map(this::redact).toList()));
        return redacted;
    }

    /** ISO 8859-1 keeps every byte as it is, whatever the body's real charset. */
    private byte[] redact(byte[] body) {
        var text = new String(body, StandardCharsets.ISO_8859_1);
        var redacted = redact(text);
        return redacted.equals(text) ? body : redacted.getBytes(StandardCharsets.ISO_8859_1);
    }
}
