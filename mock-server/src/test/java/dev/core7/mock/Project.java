package dev.core7.mock;

import dev.core7.contract.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A project of a mock that keeps state, seen by a caller who may do everything. */
public record Project(MockServer mock, String id) {
    public Client.Answer send(String method, String path, String body) {
        var client = Client.of(mock).scopes("*");
        return (body.isEmpty() ? client : client.json(body)).send(method, "/api/projects/" + id + "/" + path);
    }

    public int status(String method, String path, String body) {
        return send(method, path, body).status();
    }

    public Map<String, @Nullable Object> get(String path) {
        return fields(send("GET", path, "").json());
    }

    public Map<String, @Nullable Object> create(String collection, Map<String, ? extends @Nullable Object> sent) {
        var answer = send("POST", collection + "/", Json.write(sent));
        if (answer.status() != 201) {
            throw new RefusedException(answer.status() + " " + answer.body());
        }
        return fields(answer.json());
    }

    /** Creates an object and answers its address. */
    public String made(String collection, Map<String, ? extends @Nullable Object> sent) {
        return collection + "/" + create(collection, sent).get("id") + "/";
    }

    public Map<String, @Nullable Object> patch(String path, Map<String, ? extends @Nullable Object> sent) {
        var answer = send("PATCH", path, Json.write(sent));
        if (answer.status() != 200) {
            throw new RefusedException(answer.status() + " " + answer.body());
        }
        return fields(answer.json());
    }

    /** The objects on the page of a list. */
    public List<Map<String, @Nullable Object>> list(String path) {
        var objects = new ArrayList<Map<String, @Nullable Object>>();
        if (get(path).get("results") instanceof List<?> results) {
            results.forEach(object -> objects.add(fields(object)));
        }
        return objects;
    }

    public List<@Nullable Object> listed(String path, String field) {
        var values = new ArrayList<@Nullable Object>();
        list(path).forEach(object -> values.add(object.get(field)));
        return values;
    }

    /** The ids on all pages, as the links join them. */
    public List<@Nullable Object> joined(String path) {
        var ids = new ArrayList<@Nullable Object>();
        String next = path;
        while (next != null) {
            ids.addAll(listed(next, "id"));
            next = link(get(next), "next");
        }
        return ids;
    }

    /** Where a link of a page leads, as a path of this project; null: nowhere. */
    @Nullable
    public String link(Map<String, @Nullable Object> page, String name) {
        if (page.get(name) == null) {
            return null;
        }
        var url = URI.create(String.valueOf(page.get(name)));
        var prefix = "/api/projects/" + id + "/";
        return url.getPath().substring(prefix.length()) + "?" + url.getRawQuery();
    }

    /** A write was not accepted. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RefusedException(String answer) {
            super(answer);
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
