package dev.core7.conformance.http;

import static dev.core7.conformance.Targets.SECRET;
import static dev.core7.conformance.Targets.request;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.Targets;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Transport.NoAnswerException;
import dev.core7.conformance.target.Target;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the commands with bash and curl; without them, this test fails. */
class CurlCommandTest {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json", "Accept", "text/csv");

    static Stream<Request> hostile_requests() {
        var bodies = Stream.of(
                "{}",
                "",
                "it's \"quoted\" ''",
                "$(touch /tmp/pwned) `id` $HOME ${KEY_ALL} !! \\ \\n",
                "line\nbreak\r\n\ttab\n",
                "@/etc/passwd",
                "Zoë 🦔 \u2028",
                "{\"invalid\": \"" + Request.INVALID_BYTE + "'\"}",
                "-X DELETE --next; & | > < * ? [a] {b,c} ~ #");
        var withBody = bodies.map(body -> request("POST", "/a/?x=%27&y=%5B1%5D,!*()+a", JSON, body));
        return Stream.concat(
                withBody,
                Stream.of(
                        request("PATCH", "/%24%28id%29/", JSON, "{\"a\":'b'}"),
                        request("DELETE", "/a/..%2Fb/%2e%2e/", Map.of(), null),
                        request("HEAD", "/a/", Map.of("Accept", "*/*"), null),
                        request("GET", "/a'b/", Map.of("X-Empty", "", "X-Quote", "'\"$(id)`"), null),
                        new Request("GET", "/", Map.of("Authorization", "Basic '$x"), null, null, ""),
                        new Request("PUT", "/", JSON, "no key", null, "")));
    }

    @ParameterizedTest
    @MethodSource("hostile_requests")
    void the_command_sends_the_same_request_as_the_transport(Request request) throws Exception {
        try (var server = OddServer.always(200, "application/json", "{}")) {
            var target = Targets.at(server.url());
            send(target, request);
            bash(CurlCommand.of(target, request));
            assertThat(server.seen()).hasSize(2);
            assertThat(essence(server.seen().get(1)))
                    .isEqualTo(essence(server.seen().get(0)));
        }
    }

    private static void send(Target target, Request request) throws NoAnswerException {
        new RestAssuredTransport(target, Duration.ofSeconds(20)).send(request);
    }

    private static List<Object> essence(OddServer.Seen seen) {
        var essence = new ArrayList<Object>(List.of(seen.method(), seen.path(), seen.body()));
        for (String name : List.of("content-type", "authorization", "x-empty", "x-quote")) {
            essence.add(seen.header(name));
        }
        return essence;
    }

    private static void bash(String line) throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", line).redirectErrorStream(true);
        builder.environment().put("KEY_ALL", SECRET);
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("bash and curl have to be installed; they said: %s", output)
                .isZero();
    }

    @Test
    void the_command_contains_the_variable_of_the_key_and_never_its_value() {
        var line = CurlCommand.of(Targets.at("http://x.invalid"), request("GET", "/", Map.of(), null));
        assertThat(line)
                .isEqualTo("curl -sS -i -H \"Authorization: Bearer $KEY_ALL\" 'http://x.invalid/'")
                .doesNotContain(SECRET);
    }
}
