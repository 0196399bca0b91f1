package dev.core7.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KitEndpointsTest extends FreshMock {
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|data-contract)=\"([^\"#]+)[^\"]*\"");

    private Client.Response get(String path) {
        return Client.of(mock).send("GET", path);
    }

    @Test
    void contract_is_served_byte_for_byte() throws NoSuchAlgorithmException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        var bytes = get("/__kit/openapi.yaml").body().getBytes(StandardCharsets.UTF_8);
        assertThat(HexFormat.of().formatHex(sha256.digest(bytes))).isEqualTo(CONTRACT.digest());
    }

    @ParameterizedTest
    @CsvSource({
        "/, text/html; charset=utf-8",
        "/?a=b, text/html; charset=utf-8",
        "/__kit/openapi.yaml, application/yaml",
        "/__kit/violations, application/json",
        "/__kit/docs, text/html; charset=utf-8",
        "/__kit/docs/, text/html; charset=utf-8",
        "/__kit/docs/docs.css, text/css; charset=utf-8",
        "/__kit/docs/docs.js, text/javascript; charset=utf-8",
        "/__kit/docs/swagger-ui.css, text/css; charset=utf-8",
        "/__kit/docs/swagger-ui.js, text/javascript; charset=utf-8"
    })
    void each_endpoint_needs_no_key_and_supports_caching(String path, String mediaType) {
        var response = get(path);
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isNotEmpty();
        assertThat(response.header("Content-Type")).contains(mediaType);
        assertThat(response.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.header("Cache-Control")).contains("no-cache");

        var tag = response.header("ETag").orElseThrow();
        var again = Client.of(mock).header("If-None-Match", tag).send("GET", path);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();

        var head = Client.of(mock).send("HEAD", path);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("ETag")).contains(tag);
        assertThat(head.body()).isEmpty();

        var allow = path.equals("/__kit/violations") ? "GET, HEAD, DELETE" : "GET, HEAD";
        var refused = Client.of(mock).body("x").send("POST", path);
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.header("Allow")).contains(allow);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/__kit/",
                "/__kit/docs/page.html",
                "/__kit/docs/../page.html",
                "/__kit/docs/..%2fpage.html",
                "/__kit/docs/%2e%2e/%2e%2e/openapi.yaml",
                "/__kit/docs//META-INF/MANIFEST.MF",
                "/__kit/docs/swagger-ui.css/..",
                "/__kit/docs/swagger-ui-bundle.js"
            })
    void no_other_files_are_served(String path) {
        assertThat(get(path).status()).isEqualTo(404);
        assertThat(get(path).body()).contains("No such endpoint. See /__kit/openapi.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/__kit/docs/../../../openapi.yaml", "/__kit/docs/swagger-ui.css%00"})
    void invalid_path_is_refused(String path) {
        assertThat(get(path).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/__kit/docs/"})
    void every_link_on_a_page_leads_to_the_mock(String path) {
        var addresses = ADDRESS.matcher(get(path).body())
                .results()
                .map(address -> address.group(1))
                .filter(address -> !address.equals("data:,"))
                .toList();
        assertThat(addresses)
                .isNotEmpty()
                .allSatisfy(address -> assertThat(get(address).status()).isEqualTo(200));
    }

    @Test
    void requests_to_endpoints_are_neither_violations_nor_recorded() {
        get("/api/projects/1/annotations/");
        for (String path : new String[] {"/", "/__kit/openapi.yaml", "/__kit/docs/", "/__kit/nothing"}) {
            get(path);
            Client.of(mock).send("POST", path);
        }
        assertThat(mock.violations()).isEmpty();
        assertThat(mock.wireMock().getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .containsExactly("/api/projects/1/annotations/");
        assertThat(mock.wireMock().findAllUnmatchedRequests()).isEmpty();
    }

    @Test
    void user_stub_replaces_the_home_page_but_no_other_endpoint() {
        mock.wireMock().stubFor(any(anyUrl()).willReturn(ok("mine")));
        assertThat(get("/").body()).isEqualTo("mine");
        assertThat(get("/__kit/openapi.yaml").body()).isEqualTo(CONTRACT.text());
        assertThat(mock.wireMock().getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl())
                .containsExactly("/");
    }

    @Test
    void home_page_is_served_again_after_the_stub_is_removed() {
        mock.wireMock().stubFor(any(urlEqualTo("/")).willReturn(ok("mine")));
        mock.wireMock().resetToDefaultMappings();
        assertThat(get("/").body()).contains("<h1>" + CONTRACT.title() + "</h1>");
    }
}
