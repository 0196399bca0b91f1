package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.result.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms of HTTP that the JDK's server does not speak: none is blamed. */
class RawDoorTest {
    record Spoken(String name, RawDoor.Form form) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Spoken> connections() {
        return Stream.of(
                new Spoken(
                        "http_1_0_without_a_length",
                        (ask, reply, body) -> RawDoor.head("HTTP/1.0", reply) + "\r\n" + body),
                new Spoken("closed_without_a_word", (ask, reply, body) -> whole("", reply, body)),
                new Spoken("closed_and_said_so", (ask, reply, body) -> whole("Connection: close\r\n", reply, body)),
                new Spoken(
                        "an_upgrade_is_offered",
                        (ask, reply, body) -> whole("Upgrade: h2c\r\nConnection: Upgrade\r\n", reply, body)),
                new Spoken(
                        "kept_alive_for_a_second",
                        (ask, reply, body) -> whole("Keep-Alive: timeout=1, max=1\r\n", reply, body)));
    }

    static Stream<Spoken> heads() {
        return Stream.of(
                new Spoken(
                        "names_in_capitals",
                        (ask, reply, body) -> RawDoor.head("HTTP/1.1", reply, name -> name.toUpperCase(Locale.ROOT))
                                + RawDoor.length(reply, body)
                                + "\r\n"
                                + body),
                new Spoken(
                        "early_hints",
                        (ask, reply, body) -> "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
                                + whole("", reply, body)),
                new Spoken(
                        "continue_unasked",
                        (ask, reply, body) -> "HTTP/1.1 100 Continue\r\n\r\n".repeat(2) + whole("", reply, body)),
                new Spoken(
                        "a_reason_beyond_ascii",
                        (ask, reply, body) -> whole("", reply, body).replaceFirst(" \r\n", " Schön, 日本\r\n")),
                new Spoken("values_beyond_ascii", (ask, reply, body) -> whole("X-Host: bücher\r\n", reply, body)),
                new Spoken(
                        "validators_and_caches",
                        (ask, reply, body) -> whole(
                                "ETag: W/\"1\"\r\nCache-Control: private\r\nAge: 0\r\nVia: 1.1 nginx, 1.1 varnish\r\n",
                                reply,
                                body)),
                new Spoken("cookies_of_every_kind", (ask, reply, body) -> whole("""
                                Set-Cookie: a=b; Expires=Thu, 01-Jan-1970 00:00:10 GMT\r
                                Set-Cookie: __Host-x=; Secure; Path=/; SameSite=None; Partitioned; Priority=High\r
                                """, reply, body)),
                new Spoken(
                        "allow_in_two_lines",
                        (ask, reply, body) ->
                                whole("Allow: GET\r\nAllow: PATCH, PUT\r\n", reply.withoutHeader("Allow"), body)),
                new Spoken(
                        "a_hundred_headers",
                        (ask, reply, body) -> whole(
                                "X-Many: 1\r\n".repeat(100) + "X-Long: " + "x".repeat(9000) + "\r\n", reply, body)));
    }

    static Stream<Spoken> challenges() {
        return Stream.of(
                        "Negotiate",
                        "NTLM",
                        "Basic realm=\"x\"",
                        "Bearer",
                        "Digest realm=\"x\", nonce=\"n\", qop=\"auth\"")
                .map(challenge -> new Spoken(
                        "a_challenge_of_" + challenge.split(" ")[0],
                        (ask, reply, body) -> whole(
                                reply.status() == 401 ? "WWW-Authenticate: " + challenge + "\r\n" : "", reply, body)));
    }

    static Stream<Spoken> bodies() {
        return Stream.of(
                new Spoken(
                        "chunks_with_extensions_and_a_trailer",
                        (ask, reply, body) -> body.isEmpty()
                                ? whole("", reply, body)
                                : RawDoor.head("HTTP/1.1", reply)
                                        + "Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
                                        + Integer.toHexString(body.getBytes(StandardCharsets.UTF_8).length)
                                        + ";a=\"b\"\r\n" + body
                                        + "\r\n0\r\nX-Sum: 7\r\n\r\n"),
                new Spoken(
                        "head_tells_the_length_and_coding_of_get",
                        (ask, reply, body) -> ask.method().equals("HEAD")
                                ? RawDoor.head("HTTP/1.1", reply)
                                        + "Content-Length: 512\r\nContent-Encoding: gzip\r\n\r\n"
                                : whole("", reply, body)),
                new Spoken(
                        "a_coding_of_nothing",
                        (ask, reply, body) -> whole(body.isEmpty() ? "Content-Encoding: gzip\r\n" : "", reply, body)),
                new Spoken(
                        "a_204_of_length_0",
                        (ask, reply, body) ->
                                whole(reply.status() == 204 ? "Content-Length: 0\r\n" : "", reply, body)));
    }

    private static String whole(String more, Reply reply, String body) {
        return RawDoor.head("HTTP/1.1", reply) + more + RawDoor.length(reply, body) + "\r\n" + body;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("connections")
    void connections_are_not_blamed(Spoken spoken) {
        isNotBlamed(spoken, true);
    }

    /** Without flows: they judge the content of responses, which these forms do not change. */
    @ParameterizedTest(name = "{0}")
    @MethodSource({"heads", "challenges", "bodies"})
    void messages_are_not_blamed(Spoken spoken) {
        isNotBlamed(spoken, false);
    }

    private static void isNotBlamed(Spoken spoken, boolean flows) {
        var world = Judged.world();
        try (var door = new RawDoor(world.posthog()::answer, spoken.form())) {
            var report = Judged.some(world.target(door.url()), door::orderly, flows);
            assertThat(Judged.blame(report)).isEmpty();
            assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        }
    }
}
