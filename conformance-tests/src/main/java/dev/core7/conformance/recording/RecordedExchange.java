package dev.core7.conformance.recording;

import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Unanswered;
import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request and its response, in the JSON format of {@code transcript.ndjson} and {@code shard.json}. The schema
 * {@code transcript.schema.json} describes the fields.
 *
 * @param caseId the id of the case that was sent
 * @param operation the operation that was called
 * @param response empty if there was no HTTP response
 * @param noResponse why there was no response; empty if there was one
 */
public record RecordedExchange(
        String caseId,
        String operation,
        RecordedRequest request,
        Optional<Response> response,
        Optional<NoResponse> noResponse) {
    /**
     * A request without the value of its key.
     *
     * @param key the name of the key; empty for none
     * @param body empty for none
     */
    public record RecordedRequest(String method, String path, String key, Map<String, String> headers, String body) {
        /** Returns the recorded form of a request. */
        public static RecordedRequest of(Request request) {
            return new RecordedRequest(
                    request.method(),
                    request.path(),
                    Optional.ofNullable(request.key()).map(Key::name).orElse(""),
                    new TreeMap<>(request.headers()),
                    Optional.ofNullable(request.body()).orElse(""));
        }

        private static RecordedRequest of(JsonFields json) {
            return new RecordedRequest(
                    json.text("method"),
                    json.text("path"),
                    json.text("key"),
                    json.below("headers").allTexts(),
                    json.text("body"));
        }

        /** Returns the request with that key and mark. */
        public Request request(@Nullable Key value, String mark) {
            return new Request(method, path, headers, body.isEmpty() ? null : body, value, mark);
        }

        private Map<String, Object> json() {
            var json = new LinkedHashMap<String, Object>();
            json.put("method", method);
            json.put("path", path);
            json.put("key", key);
            json.put("headers", headers);
            json.put("body", body);
            return json;
        }
    }

    /**
     * Why a request got no HTTP response.
     *
     * @param unreachable whether not even a connection could be made
     */
    public record NoResponse(String problem, boolean unreachable) {}

    /** Returns the recorded form of a request that was sent. */
    public static RecordedExchange of(Attempt attempt) {
        return new RecordedExchange(
                attempt.sent().id(),
                attempt.sent().called().id(),
                RecordedRequest.of(attempt.request()),
                attempt instanceof Exchange exchange ? Optional.of(exchange.response()) : Optional.empty(),
                attempt instanceof Unanswered unanswered
                        ? Optional.of(new NoResponse(unanswered.problem(), unanswered.unreachable()))
                        : Optional.empty());
    }

    /**
     * Reads an exchange.
     *
     * @throws dev.core7.contract.InputException if a field is missing or wrong, or if the body is incomplete
     */
    public static RecordedExchange of(JsonFields json) {
        boolean answered = !json.has("noResponse");
        return new RecordedExchange(
                json.text("case"),
                json.text("operation"),
                RecordedRequest.of(json.below("request")),
                answered ? Optional.of(response(json.below("response"))) : Optional.empty(),
                answered ? Optional.empty() : Optional.of(noResponse(json.below("noResponse"))));
    }

    /**
     * Returns the exchange as JSON, to which a file can add fields.
     *
     * @param maxBody the number of bytes after which a response body is cut
     */
    public Map<String, Object> json(int maxBody) {
        var json = new LinkedHashMap<String, Object>();
        json.put("case", caseId);
        json.put("operation", operation);
        json.put("request", request.json());
        response.ifPresent(value -> json.put("response", json(value, maxBody)));
        noResponse.ifPresent(value -> json.put("noResponse", json(value)));
        return json;
    }

    private static Map<String, Object> json(NoResponse noResponse) {
        var json = new LinkedHashMap<String, Object>();
        json.put("problem", noResponse.problem());
        json.put("unreachable", noResponse.unreachable());
        return json;
    }

    private static NoResponse noResponse(JsonFields json) {
        return new NoResponse(json.text("problem"), json.flag("unreachable"));
    }

    private static Map<String, Object> json(Response response, int maxBody) {
        int length = Math.min(response.body().length, response.oversized() ? Transport.MAX_KEPT : maxBody);
        var bytes = Arrays.copyOf(response.body(), length);
        var text = new String(bytes, StandardCharsets.UTF_8);
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes);
        var json = new LinkedHashMap<String, Object>();
        json.put("status", response.status());
        response.started().ifPresent(started -> json.put("started", started.toString()));
        json.put("seconds", response.took().toNanos() / 1e9);
        json.put("headers", new TreeMap<>(response.headers()));
        json.put("body", isText ? text : Base64.getEncoder().encodeToString(bytes));
        json.put("encoding", isText ? "text" : "base64");
        json.put("cut", length < response.body().length);
        json.put("endless", response.oversized());
        if (!response.keyShownIn().isEmpty()) {
            json.put("keyShownIn", response.keyShownIn());
        }
        return json;
    }

    private static Response response(JsonFields json) {
        if (json.flag("cut") && !json.flag("endless")) {
            throw json.problem(
                    "body", "is incomplete (\"cut\": true), so results that depend on it cannot be verified");
        }
        byte[] body = json.text("encoding").equals("base64")
                ? json.parsed("body", Base64.getDecoder()::decode)
                : json.text("body").getBytes(StandardCharsets.UTF_8);
        var took = Duration.ofNanos(json.decimal("seconds").movePointRight(9).longValue());
        return new Response(
                json.number("status"),
                json.below("headers").allLists(),
                body,
                json.flag("endless"),
                took,
                json.optionalParsed("started", Instant::parse),
                json.optionalText("keyShownIn").orElse(""));
    }
}
