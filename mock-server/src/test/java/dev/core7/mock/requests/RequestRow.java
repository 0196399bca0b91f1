package dev.core7.mock.requests;

import dev.core7.contract.Json;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of {@code requests.yaml}: a request and the expected response. */
record RequestRow(Map<String, @Nullable Object> cells) {
    static List<RequestRow> all() {
        try (InputStream in = RequestRow.class.getResourceAsStream("/requests.yaml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            var rows = new ArrayList<RequestRow>();
            YamlNode.parse(text, "requests.yaml")
                    .need("rows", "list the requests")
                    .list()
                    .forEach(row -> rows.add(new RequestRow(map(row.value()))));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, @Nullable Object> map(@Nullable Object value) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        if (value instanceof Map<?, ?> some) {
            some.forEach((name, cell) -> map.put(name.toString(), cell));
        }
        return map;
    }

    String text(String cell) {
        return String.valueOf(cells.getOrDefault(cell, ""));
    }

    boolean has(String cell) {
        return cells.containsKey(cell);
    }

    String method() {
        return text("request").split(" ", 2)[0];
    }

    String path() {
        return text("request").split(" ", 2)[1];
    }

    /** Returns the body, with a key in it if the row says so. */
    Optional<String> body(String key) {
        if (has("json")) {
            if (!text("key").equals("body")) {
                return Optional.of(Json.write(cells.get("json")));
            }
            var fields = map(cells.get("json"));
            fields.put("personal_api_key", key);
            return Optional.of(Json.write(fields));
        }
        return has("body") ? Optional.of(text("body")) : Optional.empty();
    }

    /** Returns what differs from the expected response; empty if nothing does. */
    List<String> differences(int status, Map<String, List<String>> headers, String text) {
        var differences = new ArrayList<String>();
        if (!Integer.valueOf(status).equals(cells.get("status"))) {
            differences.add("status: " + status);
        }
        var body = map(json(text));
        for (String name : List.of("code", "attr")) {
            if (has(name) && !Objects.equals(body.get(name), cells.get(name))) {
                differences.add(name + ": " + body.get(name));
            }
        }
        map(cells.get("fields")).forEach((name, value) -> {
            if (!Objects.equals(body.get(name), value)) {
                differences.add("field " + name + ": " + body.get(name));
            }
        });
        map(cells.get("time")).forEach((name, value) -> {
            if (!OffsetDateTime.parse(String.valueOf(value))
                    .isEqual(OffsetDateTime.parse(String.valueOf(body.get(name))))) {
                differences.add("time " + name + ": " + body.get(name));
            }
        });
        map(cells.get("headers")).forEach((name, value) -> {
            var found = headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
            if (found.stream().noneMatch(header -> header.startsWith(String.valueOf(value)))) {
                differences.add("header " + name + ": " + found);
            }
        });
        if (!text.contains(text("text"))) {
            differences.add("text: " + text);
        }
        return differences;
    }

    private static @Nullable Object json(String text) {
        try {
            return text.isEmpty() ? null : Json.parse(text);
        } catch (Json.NotJsonException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return text("name");
    }
}
