package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.report.MarkedBody.Line;
import dev.core7.conformance.result.Finding;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkedBodyTest {
    private static MarkedBody body(String text, String... places) {
        var response = new Response(200, Map.of(), text.getBytes(StandardCharsets.UTF_8), false, Duration.ZERO);
        return MarkedBody.of(
                response,
                Stream.of(places)
                        .map(at -> new Finding(at, "present", "absent"))
                        .toList());
    }

    private static List<String> marked(MarkedBody body) {
        return body.lines().stream().filter(Line::marked).map(Line::text).toList();
    }

    @Test
    void a_body_is_whole_and_in_its_order() {
        assertThat(body("{\"b\":[1,{\"c\":null}],\"a\":\"x\"}").lines().stream().map(Line::text))
                .containsExactly(
                        "{",
                        "  \"b\" : [",
                        "    1,",
                        "    {",
                        "      \"c\" : null",
                        "    }",
                        "  ],",
                        "  \"a\" : \"x\"",
                        "}");
    }

    @Test
    void what_a_finding_is_about_is_marked_and_what_is_missing_has_a_line() {
        var body = body("{\"a\":{\"b\":1,\"x/y\":2},\"l\":[{}]}", "/a/b", "/a/c", "/l/0/d", "/a/x~1y", "status");
        assertThat(marked(body))
                .containsExactly("    \"b\" : 1,", "    \"x/y\" : 2", "    (no \"c\")", "      (no \"d\")");
    }

    @Test
    void a_long_body_is_cut_around_what_is_marked_and_says_so() {
        String items = IntStream.range(0, 300).mapToObj(String::valueOf).collect(Collectors.joining(",", "[", "]"));
        assertThat(body(items).note()).isEqualTo("lines 1 to 60 of 302");
        var cut = body(items, "/200");
        assertThat(cut.note()).isEqualTo("lines 192 to 251 of 302");
        assertThat(marked(cut)).containsExactly("  200,");
        assertThat(body("[\"" + "x".repeat(5000) + "\"]").lines().get(1).text())
                .hasSizeLessThan(2100)
                .endsWith("…");
    }

    @Test
    void what_is_no_json_is_shown_as_it_came() {
        assertThat(body("<script>", "/a").lines()).containsExactly(new Line("<script>", false));
        assertThat(body("").note()).isEqualTo("empty");
        assertThat(body("").any()).isFalse();
    }
}
