package dev.core7.mock;

import dev.core7.contract.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project of a mock with state, accessed with a key for all scopes. */
public record Project(MockServer mock, String id) {
    public Client.Response send(String method, String path, String body) {
        var client = Client.withAllScopes(mock);
        return (body.isEmpty() ? client : client.json(body)).send(method, "/api/projects/" + id + "/" + path);
    }

    public int status(String method, String path, String body) {
        return send(method, path, body).status();
    }

    public Map<String, @Nullable Object> get(String path) {
        return fields(send("GET", path, "").json());
    }

    public Map<String, @Nullable Object> create(String collection, Map<String, ? extends @Nullable Object> sent) {
        var response = send("POST", collection + "/", Json.write(sent));
        if (response.status() != 201) {
            throw new RefusedException(response.status() + " " + response.body());
        }
        return fields(response.json());
    }

    /** Creates an object and returns its path. */
    public String createPath(String collection, Map<String, ? extends @Nullable Object> sent) {
        return collection + "/" + create(collection, sent).get("id") + "/";
    }

    public Map<String, @Nullable Object> patch(String path, Map<String, ? extends @Nullable Object> sent) {
        var response = send("PATCH", path, Json.write(sent));
        if (response.status() != 200) {
            throw new RefusedException(response.status() + " " + response.body());
        }
        return fields(response.json());
    }

    /** Returns the objects on a page. */
    public List<Map<String, @Nullable Object>> list(String path) {
        var objects = new ArrayList<Map<String, @Nullable Object>>();
        if (get(path).get("results") instanceof List<?> results) {
            results.forEach(object -> objects.add(fields(object)));
        }
        return objects;
    }

    public List<@Nullable Object> values(String path, String field) {
        var values = new ArrayList<@Nullable Object>();
        list(path).forEach(object -> values.add(object.get(field)));
        return values;
    }

    /** Returns the ids on all pages, following the links. */
    public List<@Nullable Object> idsOnAllPages(String path) {
        var ids = new ArrayList<@Nullable Object>();
        String next = path;
        while (next != null) {
            ids.addAll(values(next, "id"));
            next = link(get(next), "next");
        }
        return ids;
    }

    /** Returns a link of a page as a path in this project; null if there is none. */
    @Nullable
    public String link(Map<String, @Nullable Object> page, String name) {
        if (page.get(name) == null) {
            return null;
        }
        var url = URI.create(String.valueOf(page.get(name)));
        var prefix = "/api/projects/" + id + "/";
        return url.getPath().substring(prefix.length()) + "?" + url.getRawQuery();
    }

    /** Thrown if a write is not accepted. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String response) {
            super(response);
        }
    }

    public static Map<String, @Nullable Object> fields(@Nullable Object json) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(name.toString(), value));
        }
        return fields;
    }
}
