package dev.core7.conformance.benign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Verdict;
import org.junit.jupiter.api.Test;

/** Forms of HTTP that the JDK's server does not speak. */
class RawDoorTest {
    @Test
    void http_1_0_without_a_length_is_not_blamed() {
        assertFlawless(judged((ask, reply, body) -> RawDoor.head("HTTP/1.0", reply) + "\r\n" + body));
    }

    @Test
    void a_connection_closed_without_a_word_is_not_blamed() {
        assertFlawless(judged((ask, reply, body) -> whole(reply, body)));
    }

    @Test
    void early_hints_before_the_answer_are_not_blamed() {
        assertFlawless(judged((ask, reply, body) ->
                "HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n" + whole(reply, body)));
    }

    private static String whole(Reply reply, String body) {
        var length = reply.status() == 204
                ? ""
                : "Content-Length: " + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\r\n";
        return RawDoor.head("HTTP/1.1", reply) + length + "\r\n" + body;
    }

    private static void assertFlawless(Report report) {
        assertThat(Judged.blame(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    private static Report judged(RawDoor.Form form) {
        var world = Judged.world();
        try (var door = new RawDoor(world.posthog()::answer, form)) {
            return Judged.some(world.target(door.url()));
        }
    }
}
