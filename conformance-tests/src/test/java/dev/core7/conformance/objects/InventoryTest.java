package dev.core7.conformance.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.run.FakeServer;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InventoryTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Operation CREATE =
            CONTRACT.operation("annotations_create").orElseThrow();
    private static final Operation UPDATE =
            CONTRACT.operation("annotations_partial_update").orElseThrow();

    private final Target target = Targets.full(CONTRACT);
    private final Inventory inventory = new Inventory(CONTRACT, target);

    private void created(String body) {
        var sent = Case.of(CREATE, "documented", new Purpose.Documented("application/json"), null);
        var request = new Request("POST", "/api/projects/1/annotations/", Map.of(), null, null, "");
        inventory.remember(new Exchange(sent, request, FakeServer.response(201, "application/json", body)));
    }

    private @Nullable String path() {
        var sent = Case.of(UPDATE, "documented", new Purpose.Documented("application/json"), null);
        var values = inventory.parameters(sent, Map.of()).values();
        return values.isEmpty() ? null : Paths.fill(UPDATE.path(), values);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a%2Fb",
        "'../../2', '..%2F..%2F2'",
        "'a b+c', 'a%20b%2Bc'",
        "'5?x=1#y', '5%3Fx%3D1%23y'",
        "'{id}', '%7Bid%7D'",
        "'%2e%2e', '%252e%252e'",
        "ü, %C3%BC",
    })
    void ids_are_one_segment_whatever_is_in_them(String id, String segment) {
        created(Json.write(Map.of("id", id)));

        assertThat(path()).isEqualTo("/api/projects/1/annotations/" + segment + "/");
        assertThat(new WritePermission(CONTRACT, target, inventory, path -> true)
                        .mayWriteOnceConfirmed("PATCH", "/api/projects/1/annotations/" + segment + "/"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\".\"", "\"..\"", "{}", "[5]", "true"})
    void what_is_no_id_leads_nowhere(String id) {
        created("{\"id\": " + id + "}");

        assertThat(path()).isNull();
    }

    @Test
    void whole_numbers_are_ids_however_they_are_written() {
        created("{\"id\": 50.0}");

        assertThat(path()).endsWith("/50/");
        assertThat(inventory.isOwn(CREATE, 50)).isTrue();
        assertThat(inventory.isOwn(CREATE, "50")).isTrue();
        assertThat(inventory.isOwn(CREATE, 5)).isFalse();
        assertThat(inventory.isOwn(CONTRACT.operation("cohorts_retrieve").orElseThrow(), 50))
                .isFalse();
    }

    @Test
    void what_another_method_of_the_path_brought_is_no_object_of_the_operation() {
        var sent = Case.of(CREATE, "method-OPTIONS", new Purpose.OtherMethod(Set.of(200)), null);
        var request = new Request("OPTIONS", "/api/projects/1/annotations/", Map.of(), null, null, "");
        inventory.remember(new Exchange(sent, request, FakeServer.response(200, "application/json", "{\"id\": 9}")));

        assertThat(inventory.created()).isEmpty();
    }
}
