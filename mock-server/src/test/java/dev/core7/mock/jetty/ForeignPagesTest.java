package dev.core7.mock.jetty;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.RawConnection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a web page of another origin, which runs on the machine of the mock, can do with it. */
class ForeignPagesTest extends FreshMock {
    private static final String EVIL =
            "Host: localhost\r\nOrigin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\n";
    private static final String REBOUND = "Host: evil.example\r\nSec-Fetch-Site: same-origin\r\n";

    private String send(String requestLine, String headers) throws IOException {
        return RawConnection.send(
                mock,
                requestLine + " HTTP/1.1\r\n" + headers
                        + "Connection: close\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /__admin/requests",
                "GET /__admin",
                "POST /__admin/mappings",
                "POST /__admin/recordings/start",
                "POST /__admin/shutdown",
                "OPTIONS /__admin/mappings",
                "DELETE /__admin/mappings",
                "DELETE /__kit/violations",
                "OPTIONS /__kit/violations",
                "POST /mcp",
                "OPTIONS /mcp"
            })
    void are_refused_without_cors_headers(String requestLine) throws IOException {
        for (String headers : new String[] {EVIL, REBOUND}) {
            assertThat(send(requestLine, headers))
                    .startsWith("HTTP/1.1 403 ")
                    .doesNotContainIgnoringCase("Access-Control");
        }
        assertThat(Client.of(mock).send("GET", "/__admin/mappings").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /", "GET /__kit/violations", "GET /__kit/openapi.yaml"})
    void cannot_read_the_pages_of_the_mock(String requestLine) throws IOException {
        assertThat(send(requestLine, EVIL)).startsWith("HTTP/1.1 200 ").doesNotContainIgnoringCase("Access-Control");
    }

    @Test
    void can_use_the_api_as_the_contract_says() throws IOException {
        assertThat(send("GET " + ANNOTATIONS, EVIL + "Authorization: Bearer phx_mock.*\r\n"))
                .startsWith("HTTP/1.1 200 ")
                .contains("Access-Control-Allow-Origin: http://evil.example");
    }

    @Test
    void a_page_of_the_mock_itself_can_administer_it() throws IOException {
        String host = mock.url().substring("http://".length());
        assertThat(send(
                        "GET /__admin/mappings",
                        "Host: " + host + "\r\nOrigin: http://" + host + "\r\nSec-Fetch-Site: same-origin\r\n"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_mock_without_proxying_reaches_no_other_server() {
        try (var other = MockServer.start(ContractReader.bundled())) {
            other.wireMock().stubFor(get("/secret").willReturn(ok("secret")));
            mock.wireMock()
                    .stubFor(get("/secret").willReturn(WireMock.aResponse().proxiedFrom(other.url())));
            var refused = Client.of(mock).send("GET", "/secret");
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.body()).contains("--allow-proxying").doesNotContain("{}");
            mock.wireMock().startRecording(other.url());
            assertThat(Client.of(mock).send("GET", "/secret").status()).isEqualTo(403);
            other.wireMock().verify(0, getRequestedFor(urlPathMatching("/.*")));
        }
    }

    @Test
    void a_mock_with_proxying_does() {
        try (var other = MockServer.start(ContractReader.bundled());
                var proxy = MockServer.start(
                        ContractReader.bundled(), MockOptions.defaults().withProxying())) {
            other.wireMock().stubFor(get("/page").willReturn(ok("page")));
            proxy.wireMock()
                    .stubFor(get("/page").willReturn(WireMock.aResponse().proxiedFrom(other.url())));
            assertThat(Client.of(proxy).send("GET", "/page").body()).isEqualTo("page");
        }
    }

    @ParameterizedTest
    @CsvSource({"/__admin/requests", "/__admin/requests/unmatched", "/__admin/requests/unmatched/near-misses"})
    void the_admin_api_shows_no_keys(String shown) {
        String key = "phx_secretSECRETsecret";
        var client = Client.of(mock).header("Authorization", "Bearer " + key);
        client.json("{\"personal_api_key\": \"" + key + "\", \"a\": 1}")
                .send("POST", "/unknown?a=1&personal_api_key=" + key + "&b=2");
        client.header("Content-Type", "application/x-www-form-urlencoded")
                .body("x=1&personal_api_key=" + key)
                .send("POST", "/unknown");
        String listed = Client.of(mock).send("GET", shown).body();
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
        assertThat(listed)
                .contains("/unknown", "\"***\"")
                .doesNotContain(key)
                .doesNotContain(base64.substring(0, base64.length() - 2));
        mock.wireMock()
                .verify(
                        2,
                        WireMock.postRequestedFor(urlPathEqualTo("/unknown"))
                                .withHeader("Authorization", WireMock.equalTo("Bearer " + key)));
    }
}
