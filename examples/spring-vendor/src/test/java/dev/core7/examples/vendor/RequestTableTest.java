package dev.core7.examples.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends the requests of the mock's table that follow from the contract, and compares status, code and fields. */
class RequestTableTest {
    private static final Path TABLE = Path.of("../../mock-server/src/test/resources/requests.yaml");
    private static final JsonMapper JSON = new JsonMapper();

    /** One row of the table. */
    record Row(Map<?, ?> cells) {
        String text(String cell) {
            return cells.containsKey(cell) ? String.valueOf(cells.get(cell)) : "";
        }

        @Override
        public String toString() {
            return text("name");
        }
    }

    static List<Row> rows() throws IOException {
        return YamlNode.parse(Files.readString(TABLE), TABLE.toString())
                .need("rows", "list the requests")
                .list()
                .stream()
                .map(node -> new Row((Map<?, ?>) Objects.requireNonNull(node.value())))
                .filter(row -> row.text("basis").equals("page")
                        && row.text("mock-only").isEmpty())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void responds_as_the_contract_says(Row row) {
        var objects = new LinkedHashMap<String, String>();
        objects.put("{person}", Vendor.target().fixtures().get("persons").get(0));
        create(row, "{annotation}", Vendor.ANNOTATIONS, "{}", objects);
        create(row, "{static}", Vendor.COHORTS, "{\"is_static\": true}", objects);
        var response = send(row, objects);

        assertThat(response.status()).as(response.text()).isEqualTo(row.cells().get("status"));
        for (String name : List.of("code", "attr")) {
            if (row.cells().containsKey(name)) {
                assertThat(plain(response.json().get(name)))
                        .as(name)
                        .isEqualTo(row.cells().get(name));
            }
        }
        if (row.cells().get("fields") instanceof Map<?, ?> fields) {
            fields.forEach((name, value) -> assertThat(plain(response.json().get(name.toString())))
                    .as(name.toString())
                    .isEqualTo(value));
        }
    }

    private static @Nullable Object plain(@Nullable JsonNode node) {
        return node == null ? null : JSON.treeToValue(node, Object.class);
    }

    private static void create(Row row, String name, String path, String body, Map<String, String> objects) {
        if (row.text("request").contains(name)) {
            objects.put(name, Vendor.send("POST", path, body).json().get("id").asString());
        }
    }

    private static Vendor.Response send(Row row, Map<String, String> objects) {
        String[] target = filled(row.text("request"), objects).split(" ", 2);
        String body = row.cells().containsKey("json")
                ? JSON.writeValueAsString(row.cells().get("json"))
                : filled(row.text("body"), objects);
        var request = Vendor.request(target[0], "/api/projects/1/" + target[1], body);
        if (!row.text("key").equals("none")) {
            String key = row.text("key").equals("unknown") ? "phx_no_such_key" : Vendor.value(Vendor.FULL_KEY);
            request.header("Authorization", "Bearer " + key);
        }
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (row.cells().get("headers-sent") instanceof Map<?, ?> headers) {
            headers.forEach((name, value) -> request.header(name.toString(), String.valueOf(value)));
        }
        return Vendor.send(request);
    }

    private static String filled(String text, Map<String, String> objects) {
        String filled = text;
        for (var object : objects.entrySet()) {
            filled = filled.replace(object.getKey(), object.getValue());
        }
        return filled;
    }
}
