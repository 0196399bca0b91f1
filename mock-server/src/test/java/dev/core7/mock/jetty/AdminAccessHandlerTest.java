package dev.core7.mock.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdminAccessHandlerTest {
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
    void admits_this_machine_and_the_token(String from, String token, String sent, boolean opens)
            throws UnknownHostException {
        var fence = new AdminAccessHandler(Optional.ofNullable(token));
        assertThat(fence.admits(InetAddress.getByName(from), sent)).isEqualTo(opens);
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
