package dev.core7.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShownKeyTest {
    private static final String VALUE = "phx_0123456789+ab";

    private static Request request(String path, String value) {
        var key = new Key("k", value, Set.of("*"), Optional.empty(), "KEY");
        return new Request("GET", path, Map.of(), null, key, "");
    }

    private static String in(String body, Map<String, List<String>> headers, Request request) {
        return ShownKey.in(headers, body.getBytes(StandardCharsets.UTF_8), request);
    }

    @Test
    void finds_the_key_in_the_body_and_in_headers() {
        var request = request("/api/", VALUE);

        assertThat(in("{\"key\": \"" + VALUE + "\"}", Map.of(), request)).isEqualTo("body");
        assertThat(in("{}", Map.of("x-key", List.of("a", VALUE)), request)).isEqualTo("header x-key");
        assertThat(in("{\"key\": \"phx_other\"}", Map.of(), request)).isEmpty();
    }

    @Test
    void a_key_in_the_url_of_the_request_may_be_repeated_as_part_of_a_url() {
        var request = request("/api/?limit=1&personal_api_key=" + Request.KEY_PLACE, VALUE);

        assertThat(in("{\"next\": \"http://h/api/?personal_api_key=phx_0123456789%2Bab&offset=1\"}", Map.of(), request))
                .isEmpty();
        assertThat(in("{\"detail\": \"unknown key " + VALUE + "\"}", Map.of(), request))
                .isEqualTo("body");
    }

    @Test
    void finds_the_key_in_another_encoding() {
        var request = request("/api/", VALUE);
        var base64 = Base64.getEncoder().encodeToString(VALUE.getBytes(StandardCharsets.UTF_8));
        var link = ("{\"next\": \"http://h/?personal_api_key=phx%5F"
                        + VALUE.substring(4).replace("+", "%2B") + "\"}")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(ShownKey.encodedIn(Map.of("x-key", List.of(base64)), new byte[0], request))
                .isEqualTo("header x-key");
        assertThat(ShownKey.encodedIn(Map.of(), link, request)).isEqualTo("body");
        assertThat(ShownKey.encodedIn(Map.of(), "{}".getBytes(StandardCharsets.UTF_8), request))
                .isEmpty();
        assertThat(ShownKey.encodedIn(Map.of(), link, request("/api/?personal_api_key=" + Request.KEY_PLACE, VALUE)))
                .isEmpty();
    }

    @Test
    void a_short_key_may_be_an_ordinary_word() {
        assertThat(in("{\"type\": \"annotation\"}", Map.of(), request("/api/", "annotation")))
                .isEmpty();
    }
}
