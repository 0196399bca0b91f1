package dev.core7.mock.requests;

import dev.core7.contract.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Sends the requests of the table to a server, with the objects that they need, and hides these objects again afterwards.
 *
 * @param url the base URL without a trailing slash
 * @param key a key with all scopes
 * @param keyOf the text of a key with these scopes
 * @param person the UUID of a person in the project
 */
record RequestSender(String url, String key, Function<List<?>, String> keyOf, String project, String person) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String CONTENT_TYPE = "Content-Type";

    /** Sends the request of a row and returns what differs from the expected response. */
    List<String> differences(RequestRow row) {
        var created = new LinkedHashMap<String, String>();
        try {
            for (String name : List.of("annotation", "dynamic", "static")) {
                if ((row.text("request") + row.body(key).orElse("")).contains("{" + name + "}")) {
                    created.put(name, create(name));
                }
            }
            var response = send(row, created);
            if (response.statusCode() == 201) {
                created.put(row.path().startsWith("annotations") ? "annotation" : "made", id(response.body()));
            }
            return row.differences(response.statusCode(), response.headers().map(), response.body());
        } finally {
            created.forEach(this::hide);
        }
    }

    private String create(String name) {
        String body = switch (name) {
            case "annotation" -> "{\"content\": \"Row of a table\"}";
            case "static" -> "{\"name\": \"Row of a table\", \"is_static\": true, \"_create_static_person_ids\": []}";
            default ->
                "{\"name\": \"Row of a table\", \"filters\": {\"properties\": {\"type\": \"OR\", \"values\": ["
                        + "{\"type\": \"person\", \"key\": \"email\", \"value\": \"nobody@conformance.invalid\","
                        + " \"operator\": \"exact\"}]}}}";
        };
        var request = request("POST", collection(name)).header("Authorization", "Bearer " + key);
        return id(send(request.header(CONTENT_TYPE, "application/json").POST(BodyPublishers.ofString(body)))
                .body());
    }

    private void hide(String name, String id) {
        send(request("PATCH", collection(name) + id + "/")
                .header("Authorization", "Bearer " + key)
                .header(CONTENT_TYPE, "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"deleted\": true}")));
    }

    private static String collection(String name) {
        return name.equals("annotation") ? "annotations/" : "cohorts/";
    }

    private static String id(String body) {
        try {
            return String.valueOf(RequestRow.map(Json.parse(body)).get("id"));
        } catch (Json.NotJsonException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private HttpResponse<String> send(RequestRow row, Map<String, String> created) {
        var body = row.body(key).map(text -> filled(text, created));
        var request = request(row.method(), filled(row.path(), created));
        String sent = row.text("key");
        if (row.cells().get("key") instanceof List<?> scopes) {
            request.header("Authorization", "Bearer " + keyOf.apply(scopes));
        } else if (sent.startsWith("phx_")) {
            request.header("Authorization", "Bearer " + sent);
        } else if (!List.of("none", "body").contains(sent)) {
            request.header("Authorization", "Bearer " + (sent.equals("unknown") ? "phx_no_such_key_0000000000" : key));
        }
        if (body.isPresent()) {
            request.header(CONTENT_TYPE, row.has("json") ? "application/json" : row.text("content-type"));
        }
        RequestRow.map(row.cells().get("headers-sent"))
                .forEach((name, value) -> request.header(name, String.valueOf(value)));
        return send(
                request.method(row.method(), body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody)));
    }

    private String filled(String text, Map<String, String> created) {
        String filled = text.replace("{person}", person).replace("{person-without-dashes}", person.replace("-", ""));
        for (var object : created.entrySet()) {
            filled = filled.replace("{" + object.getKey() + "}", object.getValue());
        }
        return filled;
    }

    private HttpRequest.Builder request(String method, String path) {
        String whole = path.startsWith("/") ? path : "/api/projects/" + project + "/" + path;
        return HttpRequest.newBuilder(URI.create(url + whole)).method(method, BodyPublishers.noBody());
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
