package dev.core7.conformance.export;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Result;
import dev.core7.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Creates a WireMock stub that returns the recorded response for the request, with any key. */
final class WireMockMapping {
    /** Headers of a single transfer, which WireMock sets itself. */
    private static final Set<String> TRANSFER_HEADERS = Set.of(
            "connection", "content-encoding", "content-length", "date", "keep-alive", "trailer", "transfer-encoding");

    /** The highest priority, before existing stubs. */
    private static final int HIGHEST_PRIORITY = 1;

    private WireMockMapping() {}

    static String of(Result result, Exchange exchange) {
        var mapping = new LinkedHashMap<String, Object>();
        mapping.put("name", result.id());
        mapping.put("priority", HIGHEST_PRIORITY);
        mapping.put("request", request(exchange.request()));
        mapping.put("response", response(exchange.response()));
        return Json.pretty(mapping) + "\n";
    }

    /** Returns the URL of the request; a key in it may have any value. */
    private static Map<String, Object> request(Request request) {
        boolean hasKey = request.key() != null && request.path().contains(Request.KEY_PLACE);
        return Map.of(
                "method",
                request.method(),
                hasKey ? "urlPattern" : "url",
                hasKey ? Pattern.quote(request.path()).replace(Request.KEY_PLACE, "\\E[^&]*\\Q") : request.path());
    }

    private static Map<String, Object> response(Response response) {
        var json = new LinkedHashMap<String, Object>();
        json.put("status", response.status());
        var headers = new TreeMap<>(response.headers());
        headers.keySet().removeAll(TRANSFER_HEADERS);
        json.put("headers", headers);
        var text = response.text();
        boolean isText = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), response.body());
        json.put(
                isText ? "body" : "base64Body",
                isText ? text : Base64.getEncoder().encodeToString(response.body()));
        return json;
    }
}
