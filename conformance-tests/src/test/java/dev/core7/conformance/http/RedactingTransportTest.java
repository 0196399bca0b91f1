package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.exchange.Transport;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.target.Key;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RedactingTransportTest {
    private static final Key SHORT = key("phx_a", "KEY_SHORT");
    private static final Key LONG = key("phx_a.b", "KEY_LONG");

    private static Key key(String value, String variable) {
        return new Key(variable, value, Set.of("*"), Optional.empty(), variable);
    }

    private static Transport redacting(Transport inner) {
        return new RedactingTransport(inner, List.of(SHORT, LONG));
    }

    private static Response answer(String header, byte[] body) {
        return new Response(401, Map.of("x-echo", List.of("fine", header)), body, false, Duration.ZERO);
    }

    @Test
    void keys_in_body_and_headers_become_the_names_of_their_variables_the_longest_first() throws NoAnswerException {
        var body = "no such key: phx_a.b or phx_a, Zoë".getBytes(StandardCharsets.UTF_8);
        var response = redacting(request -> answer("Bearer phx_a.b", body)).send(get("/"));
        assertThat(response.text()).isEqualTo("no such key: $KEY_LONG or $KEY_SHORT, Zoë");
        assertThat(response.headers()).containsEntry("x-echo", List.of("fine", "Bearer $KEY_LONG"));
    }

    @Test
    void the_key_of_the_request_is_redacted_even_if_it_is_part_of_another() throws NoAnswerException {
        var cut = new Request("GET", "/", Map.of(), null, key("phx_a.", "{KEY_LONG%?}"), "");
        var body = "no such key: phx_a. or phx_a.b".getBytes(StandardCharsets.UTF_8);
        var response = redacting(request -> answer("Bearer phx_a.", body)).send(cut);
        assertThat(response.text()).isEqualTo("no such key: ${KEY_LONG%?} or $KEY_LONG");
        assertThat(response.headers()).containsEntry("x-echo", List.of("fine", "Bearer ${KEY_LONG%?}"));
    }

    @Test
    void a_binary_body_is_unchanged() throws NoAnswerException {
        var body = new byte[256];
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) i;
        }
        assertThat(redacting(request -> answer("", body)).send(get("/")).body()).isEqualTo(body);
    }

    @Test
    void a_key_in_a_failure_is_redacted_too() {
        Transport broken = request -> {
            throw new NoAnswerException("bad header: phx_a.b", true);
        };
        assertThatThrownBy(() -> redacting(broken).send(get("/")))
                .isInstanceOfSatisfying(
                        NoAnswerException.class,
                        e -> assertThat(e.unreachable()).isTrue())
                .hasMessage("bad header: $KEY_LONG")
                .hasNoCause();
    }
}
