package dev.core7.examples.vendor;

import dev.core7.conformance.cli.TargetReader;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.ContractReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server, started once for all tests on a free port. Each test creates the objects that it needs. */
final class Vendor {
    static final String ANNOTATIONS = "/api/projects/1/annotations/";
    static final String COHORTS = "/api/projects/1/cohorts/";
    static final String COMMENTS = "/api/projects/1/comments/";

    /** The name of a key for all operations except roles_destroy, in both projects. */
    static final String FULL_KEY = "all-but-organization-write";

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Target TARGET = start();

    private Vendor() {}

    /** A response of the server. */
    record Response(int status, HttpHeaders headers, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }
    }

    /** Returns the content of the target file that the server wrote. */
    static Target target() {
        return TARGET;
    }

    static Response get(String path) {
        return send("GET", path, FULL_KEY, "");
    }

    static Response send(String method, String path, String body) {
        return send(method, path, FULL_KEY, body);
    }

    /** Sends JSON with the key of that name; an empty {@code body} is not sent. */
    static Response send(String method, String path, String key, String body) {
        var request = request(method, path, body).header("Authorization", "Bearer " + value(key));
        return send(body.isEmpty() ? request : request.header("Content-Type", "application/json"));
    }

    static Response send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Response(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a request without a key. */
    static HttpRequest.Builder request(String method, String path, String body) {
        var url = path.startsWith("http") ? path : TARGET.url() + path;
        var content = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return HttpRequest.newBuilder(URI.create(url)).method(method, content);
    }

    static String value(String key) {
        return TARGET.keys().stream()
                .filter(known -> known.name().equals(key))
                .map(Key::value)
                .findFirst()
                .orElseThrow();
    }

    private static Target start() {
        var file = Path.of("target", "target.yaml");
        SpringApplication.run(
                VendorServer.class,
                "--server.port=0",
                "--target-file=" + file,
                // The suite's JSON Schema library logs unknown keywords as warnings.
                "--logging.level.com.networknt=error");
        return new TargetReader(Map.of()).read(file, ContractReader.bundled());
    }
}
