package dev.core7.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

class StubsTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static ConfigurableApplicationContext server;

    @BeforeAll
    static void start() {
        server = SpringApplication.run(
                NothingImplemented.class,
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=warn",
                "--spring.main.banner-mode=off");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void an_operation_without_an_implementation_returns_501(String id) throws Exception {
        Operation operation = CONTRACT.operation(id).orElseThrow();

        for (BodyPublisher body : bodies(operation)) {
            var answer = HTTP.send(request(operation, body), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(501);
        }
    }

    static Stream<String> operations() {
        return CONTRACT.operations().stream().map(Operation::id);
    }

    private static HttpRequest request(Operation operation, BodyPublisher body) {
        String port = server.getEnvironment().getRequiredProperty("local.server.port");
        String path = operation.path().replaceAll("\\{[^}]+}", "1");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "application/json")
                .method(operation.method(), body);
        operation.body().ifPresent(b -> request.header("Content-Type", b.name()));
        return request.build();
    }

    /** Returns all request examples of the contract. The stubs parse them before they return 501. */
    private static List<BodyPublisher> bodies(Operation operation) {
        return operation.body().map(MediaType::examples).orElse(List.of()).isEmpty()
                ? List.of(BodyPublishers.noBody())
                : operation.body().orElseThrow().examples().stream()
                        .map(example -> BodyPublishers.ofString(Json.write(example.value())))
                        .toList();
    }
}
