package dev.core7.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.core7.client.api.CohortsApi;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.MockServer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryOperationTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static MockServer mock;

    @BeforeAll
    static void start() {
        mock = MockServer.start(CONTRACT);
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @ParameterizedTest
    @MethodSource("operationsThatAnswer")
    void a_call_returns_the_example_of_the_page(String id) throws Exception {
        Operation operation = CONTRACT.operation(id).orElseThrow();
        var client = client(operation);

        Object returned = new GeneratedClient(client).call(operation);

        var body = operation.success().json();
        if (body.isEmpty()) {
            assertThat(returned).isNull();
        } else {
            assertThat(withoutLinks(json(client, returned))).isEqualTo(withoutLinks(example(body.get())));
        }
    }

    /** Leaves out the links to other pages, which lead to the mock. */
    private static Object withoutLinks(Object json) {
        if (!(json instanceof Map<?, ?> fields)) {
            return json;
        }
        var others = new HashMap<Object, Object>(fields);
        others.keySet().removeAll(Set.of("next", "previous"));
        return others;
    }

    @ParameterizedTest
    @MethodSource("operationsThatRefuse")
    void a_405_response_throws_an_exception_with_that_code(String id) {
        Operation operation = CONTRACT.operation(id).orElseThrow();

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new GeneratedClient(client(operation)).call(operation))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(405));
    }

    @Test
    void a_missing_scope_throws_an_exception_with_403_and_the_body() {
        var cohorts = new CohortsApi(GeneratedClient.connect(mock.url(), mock.key("annotation:read")));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> cohorts.cohortsRetrieve("1", 1))
                .satisfies(e -> assertThat(e.getCode()).isEqualTo(403))
                .satisfies(e -> assertThat(e.getResponseBody()).contains("cohort:read"));
    }

    @Test
    void nested_filters_are_typed_objects() throws ApiException {
        var cohorts = new CohortsApi(GeneratedClient.connect(mock.url(), mock.key("cohort:read")));

        var filters = cohorts.cohortsRetrieve("1", 1).getFilters().getProperties();

        assertThat(filters.getType()).isEqualTo("AND");
        assertThat(filters.getValues()).singleElement().satisfies(filter -> {
            assertThat(filter.getType()).isEqualTo("behavioral");
            assertThat(filter.getKey()).isEqualTo("string");
            assertThat(filter.getValue()).isEqualTo("string");
            assertThat(filter.getEventType()).isEqualTo("string");
            assertThat(filter.getNegation()).isEqualTo(false);
            assertThat(filter.getEventFilters()).isNull();
        });
    }

    static Stream<String> operationsThatAnswer() {
        return CONTRACT.operations().stream()
                .filter(o -> !o.success().isError())
                .map(Operation::id);
    }

    static Stream<String> operationsThatRefuse() {
        return CONTRACT.operations().stream().filter(o -> o.success().isError()).map(Operation::id);
    }

    private static ApiClient client(Operation operation) {
        return GeneratedClient.connect(mock.url(), mock.key(operation.scopes().toArray(String[]::new)));
    }

    private static Object json(ApiClient client, Object typed) throws Json.NotJsonException {
        return Json.parse(client.getObjectMapper().writeValueAsString(typed));
    }

    private static Object example(MediaType body) {
        return body.examples().get(0).value();
    }
}
