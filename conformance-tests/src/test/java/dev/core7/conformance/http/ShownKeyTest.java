package dev.core7.conformance.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
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
    void a_short_key_may_be_an_ordinary_word() {
        assertThat(in("{\"type\": \"annotation\"}", Map.of(), request("/api/", "annotation")))
                .isEmpty();
    }
}
