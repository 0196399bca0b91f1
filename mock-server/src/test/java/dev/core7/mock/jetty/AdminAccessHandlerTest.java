package dev.core7.mock.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminAccessHandlerTest {
    private static final String HERE = "127.0.0.1";

    private static boolean admits(String token, String path, String method, String sent, Caller caller) {
        return new AdminAccessHandler(Optional.ofNullable(token), Set.of("core7-mock"))
                .refusal(path, method, sent, caller)
                .isEmpty();
    }

    private static Caller caller(String from, String host, int port, String origin, String site) {
        try {
            return new Caller(InetAddress.getByName(from), "192.0.2.1", host, port, origin, site);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1,,,true",
        "::1,,,true",
        "127.0.0.1,secret,,true",
        "192.0.2.7,,,false",
        "192.0.2.7,,Token ,false",
        "192.0.2.7,,Token secret,false",
        "192.0.2.7,secret,,false",
        "192.0.2.7,secret,Token other,false",
        "192.0.2.7,secret,Bearer secret,false",
        "192.0.2.7,secret,Token secret,true"
    })
    void admits_this_machine_and_the_token(String from, String token, String sent, boolean opens) {
        assertThat(admits(token, "/__admin/mappings", "GET", sent, caller(from, "localhost", 8080, null, null)))
                .isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080,,true",
        "http://LOCALHOST:8080,same-origin,true",
        ",none,true",
        "http://localhost:3000,,false",
        "http://evil.example,,false",
        "http://localhost.evil.example:8080,,false",
        "null,,false",
        "not an origin,,false",
        ",cross-site,false",
        ",same-site,false"
    })
    void refuses_pages_of_other_origins(String origin, String site, boolean opens) {
        var caller = caller(HERE, "localhost", 8080, origin, site);
        assertThat(admits("secret", "/__admin/requests", "GET", null, caller)).isEqualTo(opens);
        assertThat(admits("secret", "/mcp", "POST", null, caller)).isEqualTo(opens);
        assertThat(admits("secret", "/__admin/requests", "GET", "Token secret", caller))
                .isTrue();
        assertThat(admits("secret", "/api/projects/1/annotations/", "GET", null, caller))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "localhost,true",
        "app.localhost,true",
        "127.0.0.1,true",
        "127.9.8.7,true",
        "[::1],true",
        "192.0.2.1,true",
        "core7-mock,true",
        "192.0.2.2,false",
        "evil.example,false",
        "127.0.0.1.evil.example,false",
        "localhost.evil.example,false"
    })
    void refuses_names_of_other_hosts(String host, boolean opens) {
        var caller = caller(HERE, host, 8080, null, null);
        assertThat(admits(null, "/__admin/mappings", "POST", null, caller)).isEqualTo(opens);
        assertThat(admits(null, "/mcp", "POST", null, caller)).isEqualTo(opens);
        assertThat(admits(null, "/__kit/violations", "GET", null, caller)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/__admin,GET,true",
        "/__admin/mappings,POST,true",
        "/__kit/violations,DELETE,true",
        "/__kit/violations,GET,false",
        "/__kit/docs/,HEAD,false",
        "/,GET,false",
        "/api/projects/1/annotations/,POST,false"
    })
    void protects_requests_that_administer_the_mock(String path, String method, boolean stands) {
        assertThat(AdminAccessHandler.administers(path, method)).isEqualTo(stands);
    }
}
