package dev.core7.mock;

import dev.core7.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An immutable request to a mock; each method returns a changed copy. */
public record Client(MockServer mock, Map<String, String> headers, String body) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static Client of(MockServer mock) {
        return new Client(mock, Map.of(), "");
    }

    /** Returns a request with a key for all scopes. */
    public static Client withAllScopes(MockServer mock) {
        return of(mock).scopes("*");
    }

    public Client key(String text) {
        return header("Authorization", "Bearer " + text);
    }

    public Client scopes(String... scopes) {
        return key(mock.key(scopes));
    }

    public Client header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Client(mock, more, body);
    }

    public Client json(String text) {
        return header("Content-Type", "application/json").body(text);
    }

    public Client body(String text) {
        return new Client(mock, headers, text);
    }

    public Response send(String method, String path) {
        var request = HttpRequest.newBuilder(URI.create(mock.url() + path));
        headers.forEach(request::header);
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        try {
            return new Response(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    public record Response(HttpResponse<String> http) {
        public int status() {
            return http.statusCode();
        }

        public String body() {
            return http.body();
        }

        @Nullable
        public Object json() {
            try {
                return Json.parse(body());
            } catch (Json.NotJsonException e) {
                throw new AssertionError("not JSON: " + body(), e);
            }
        }

        public Optional<String> header(String name) {
            return http.headers().firstValue(name);
        }
    }
}
