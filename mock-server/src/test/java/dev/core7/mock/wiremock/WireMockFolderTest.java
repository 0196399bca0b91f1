package dev.core7.mock.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.validation.Validation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads the exported folder into a plain WireMock server. */
class WireMockFolderTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    @TempDir
    private static Path folder;

    private static WireMockServer plain;
    private static MockServer mock;
    private static int written;

    @BeforeAll
    static void start() {
        written = WireMockFolder.write(CONTRACT, folder);
        plain = new WireMockServer(WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .usingFilesUnderDirectory(folder.toString()));
        plain.start();
        mock = MockServer.start(CONTRACT, MockOptions.defaults().withValidation(Validation.OFF));
    }

    @AfterAll
    static void stop() {
        plain.stop();
        mock.close();
    }

    private static HttpResponse<String> send(String url, String method, String path, String key)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + path)).method(method, BodyPublishers.noBody());
        if (!key.isEmpty()) {
            request.header("Authorization", "Bearer " + key);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    static Iterable<Operation> operations() {
        return CONTRACT.operations();
    }

    /** Removes links to other pages: a plain WireMock does not know its own address. */
    private static String withoutLinks(String body) {
        return body.replaceAll("\"(next|previous)\":\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void responds_like_the_mock(Operation operation) throws Exception {
        String path = operation.path().replaceAll("\\{[^}]*}", "1");
        var expected = send(mock.url(), operation.method(), path, "phx_mock.*");
        var response = send(plain.baseUrl(), operation.method(), path, "phx_any");
        assertThat(withoutLinks(response.body())).isEqualTo(withoutLinks(expected.body()));
        assertThat(response.statusCode())
                .isEqualTo(operation.success().status())
                .isEqualTo(expected.statusCode());
        assertThat(response.headers().firstValue("Content-Type"))
                .isEqualTo(expected.headers().firstValue("Content-Type"));
    }

    @Test
    void returns_csv_on_demand() throws Exception {
        var response = send(plain.baseUrl(), "GET", "/api/projects/1/cohorts/1/persons/?format=csv", "phx_any");
        assertThat(response.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(response.body()).startsWith("id,");
    }

    @Test
    void requires_a_key_and_an_allowed_method() throws Exception {
        String path = "/api/projects/1/annotations/";
        assertThat(send(plain.baseUrl(), "GET", path, "").body()).contains("\"not_authenticated\"");
        var refused = send(plain.baseUrl(), "PUT", path, "phx_any");
        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.body()).contains("\"method_not_allowed\"");
    }

    @Test
    void writes_one_file_per_stub() {
        assertThat(folder.resolve("mappings").toFile().list()).hasSize(written);
        assertThat(plain.getStubMappings()).hasSize(written);
        assertThat(written).isGreaterThan(CONTRACT.operations().size());
    }
}
