package dev.core7.mock.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.Project;
import dev.core7.mock.SharedMock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedResponsesTest extends SharedMock {
    @BeforeAll
    static void startWithState() {
        restart(MockOptions.defaults().withState());
    }

    private static final String PERSONS = "/api/projects/1/cohorts/7/persons/";

    @TempDir
    private Path folder;

    private static Client preferring(String preference) {
        return Client.withAllScopes(mock).header("Prefer", preference);
    }

    static Stream<String> operationsWithJson() {
        return CONTRACT.operations().stream()
                .filter(operation -> operation.success().json().isPresent())
                .map(Operation::id);
    }

    @ParameterizedTest
    @MethodSource("operationsWithJson")
    void are_valid_and_differ_from_the_example(String id) {
        var operation = CONTRACT.operation(id).orElseThrow();
        var client = preferring("dynamic=true");
        var response = operation
                .body()
                .map(body -> client.json(Json.write(body.examples().get(0).value())))
                .orElse(client)
                .send(
                        operation.method(),
                        operation.path().replaceAll("\\{project_id}", "1").replaceAll("\\{\\w+}", "7"));
        var documented = operation.success().json().orElseThrow();
        assertThat(response.status()).isEqualTo(operation.success().status());
        assertThat(documented.schema().violations(response.json())).isEmpty();
        assertThat(response.json()).isNotEqualTo(documented.examples().get(0).value());
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void depend_only_on_request_and_seed() {
        String body = preferring("dynamic=true").send("GET", ANNOTATIONS).body();
        assertThat(preferring("dynamic=true").send("GET", ANNOTATIONS).body()).isEqualTo(body);
        assertThat(preferring("dynamic=true")
                        .send("GET", ANNOTATIONS + "?limit=5")
                        .body())
                .isNotEqualTo(body);
        assertThat(preferring("dynamic=true, seed=8").send("GET", ANNOTATIONS).body())
                .isNotEqualTo(body)
                .isEqualTo(preferring("seed=8; dynamic=true")
                        .send("GET", ANNOTATIONS)
                        .body());
    }

    @Test
    void use_the_seed_of_the_mock() {
        var options = MockOptions.defaults();
        try (var same = MockServer.start(CONTRACT, options);
                var other = MockServer.start(
                        CONTRACT, options.withPreferences(Preferences.none().withSeed(8)))) {
            String body = preferring("dynamic=true").send("GET", ANNOTATIONS).body();
            assertThat(generatedBy(same)).isEqualTo(body);
            assertThat(generatedBy(other)).isNotEqualTo(body);
        }
    }

    private static String generatedBy(MockServer mock) {
        return Client.withAllScopes(mock)
                .header("Prefer", "dynamic=true")
                .send("GET", ANNOTATIONS)
                .body();
    }

    @Test
    void are_available_for_errors() {
        var response = preferring("code=400, dynamic=true").json("{}").send("POST", ANNOTATIONS);
        assertThat(response.status()).isEqualTo(400);
        assertThat(Project.fields(response.json()).get("detail")).isNotEqualTo("Not a valid string.");
    }

    @Test
    void do_not_change_csv() {
        var csv = preferring("dynamic=true").send("GET", PERSONS + "?format=csv");
        assertThat(csv.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body())
                .isEqualTo(preferring("example=posthog").send("GET", PERSONS).body());
    }

    @Test
    void are_returned_for_valid_requests_only() {
        var client = preferring("dynamic=true");
        assertThat(client.json("{").send("POST", ANNOTATIONS).status()).isEqualTo(400);
        assertThat(client.send("GET", ANNOTATIONS + "900000000/").status()).isEqualTo(404);
    }

    @Test
    void are_reported_as_missing_if_the_schema_allows_no_value() throws IOException {
        var contract = Files.readString(Path.of("../spec/openapi.yaml"))
                .replace("updated_at: {type: string,", "updated_at: {type: string, maxLength: 1,");
        var file = Files.writeString(folder.resolve("openapi.yaml"), contract);
        try (var mock = MockServer.start(ContractReader.read(file))) {
            var client = Client.withAllScopes(mock);
            var response = client.header("Prefer", "dynamic=true").send("GET", ANNOTATIONS + "7/");
            assertThat(response.header("Kit-Violations"))
                    .contains("Prefer dynamic: No data could be generated for the schema of the response.");
            assertThat(response.body())
                    .isEqualTo(client.send("GET", ANNOTATIONS + "7/").body());
        }
    }

    @Test
    void do_not_change_stored_objects() {
        var before = new Project(mock, "1").get("annotations/").get("count");
        assertThat(preferring("dynamic=true")
                        .json("{}")
                        .send("POST", ANNOTATIONS)
                        .status())
                .isEqualTo(201);
        assertThat(new Project(mock, "1").get("annotations/")).containsEntry("count", before);
    }

    @Test
    void a_list_honours_limit_and_is_the_only_page() {
        for (int limit : new int[] {1, 7, 40}) {
            var body = Project.fields(Client.withAllScopes(mock)
                    .header("Prefer", "dynamic=true")
                    .send("GET", ANNOTATIONS + "?limit=" + limit)
                    .json());
            assertThat(body).containsEntry("count", limit).containsEntry("next", null);
            assertThat((List<?>) body.get("results")).hasSize(limit);
        }
    }
}
