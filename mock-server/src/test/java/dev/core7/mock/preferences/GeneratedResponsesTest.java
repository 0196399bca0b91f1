package dev.core7.mock.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratedResponsesTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final String PERSONS = "/api/projects/1/cohorts/7/persons/";
    private static final MockServer MOCK =
            MockServer.start(CONTRACT, MockOptions.defaults().withState());

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        MOCK.close();
    }

    @AfterEach
    void reset() {
        MOCK.reset();
    }

    private static Client preferring(String preference) {
        return Client.of(MOCK).scopes("*").header("Prefer", preference);
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
        var answer = operation
                .body()
                .map(body -> client.json(Json.write(body.examples().get(0).value())))
                .orElse(client)
                .send(
                        operation.method(),
                        operation.path().replaceAll("\\{project_id}", "1").replaceAll("\\{\\w+}", "7"));
        var documented = operation.success().json().orElseThrow();
        assertThat(answer.status()).isEqualTo(operation.success().status());
        assertThat(documented.schema().violations(answer.json())).isEmpty();
        assertThat(answer.json()).isNotEqualTo(documented.examples().get(0).value());
        assertThat(MOCK.violations()).isEmpty();
    }

    @Test
    void are_the_same_for_the_same_request_and_seed_only() {
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
    void are_drawn_with_the_seed_of_the_mock() {
        var options = MockOptions.defaults();
        try (var same = MockServer.start(CONTRACT, options);
                var other = MockServer.start(
                        CONTRACT, options.withPreferences(Preferences.none().withSeed(8)))) {
            String body = preferring("dynamic=true").send("GET", ANNOTATIONS).body();
            assertThat(madeUpBy(same)).isEqualTo(body);
            assertThat(madeUpBy(other)).isNotEqualTo(body);
        }
    }

    private static String madeUpBy(MockServer mock) {
        return Client.of(mock)
                .scopes("*")
                .header("Prefer", "dynamic=true")
                .send("GET", ANNOTATIONS)
                .body();
    }

    @Test
    void are_given_for_an_error_too() {
        var answer = preferring("code=400, dynamic=true").json("{}").send("POST", ANNOTATIONS);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(Project.fields(answer.json()).get("detail")).isNotEqualTo("Not a valid string.");
    }

    @Test
    void leave_csv_as_it_is_shown() {
        var csv = preferring("dynamic=true").send("GET", PERSONS + "?format=csv");
        assertThat(csv.header("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body())
                .isEqualTo(preferring("example=posthog").send("GET", PERSONS).body());
    }

    @Test
    void are_for_requests_that_are_right() {
        var client = preferring("dynamic=true");
        assertThat(client.json("{").send("POST", ANNOTATIONS).status()).isEqualTo(400);
        assertThat(client.send("GET", ANNOTATIONS + "900000000/").status()).isEqualTo(404);
    }

    @Test
    void are_told_to_be_missing_where_the_schema_allows_none() throws IOException {
        var contract = Files.readString(Path.of("../spec/openapi.yaml"))
                .replace("updated_at: {type: string,", "updated_at: {type: string, maxLength: 1,");
        var file = Files.writeString(folder.resolve("openapi.yaml"), contract);
        try (var mock = MockServer.start(ContractReader.read(file))) {
            var client = Client.of(mock).scopes("*");
            var answer = client.header("Prefer", "dynamic=true").send("GET", ANNOTATIONS + "7/");
            assertThat(answer.header("Kit-Violations"))
                    .contains("Prefer dynamic: No data were found that fit the schema of the answer.");
            assertThat(answer.body())
                    .isEqualTo(client.send("GET", ANNOTATIONS + "7/").body());
        }
    }

    @Test
    void change_nothing_that_is_kept() {
        var before = new Project(MOCK, "1").get("annotations/").get("count");
        assertThat(preferring("dynamic=true")
                        .json("{}")
                        .send("POST", ANNOTATIONS)
                        .status())
                .isEqualTo(201);
        assertThat(new Project(MOCK, "1").get("annotations/")).containsEntry("count", before);
    }
}
