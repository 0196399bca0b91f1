package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.badge.BadgeJsonReporter;
import dev.core7.conformance.badge.BadgeSvgReporter;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.McpTool;
import dev.core7.contract.OpenQuestion;
import dev.core7.contract.Operation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a server, a contract or a target file says stays text on the page. */
class HostileServerTest {
    private static final String ATTACK =
            "<script>alert(1)</script>\"'& onload=\"x\" ]]> --> </style> {{verdict}} {{{x}}}"
                    + "\u0000\u0007\u001b\u007f\u0085\u202e\ufffe\uffff\ud800 &lt; &#0; \r\n";

    @Test
    void no_text_becomes_markup() {
        String html = Runs.html(attack());
        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;");
        assertThat(html).doesNotContainIgnoringCase("<script").doesNotContain("onload=\"");
        assertThat(html.codePoints()).noneMatch(c -> c < ' ' && c != '\n' && c != '\t');
        assertThat(html.codePoints()).doesNotContain(0x7f, 0x85, 0x202e, 0xfffe, 0xffff, 0xd800);
    }

    @Test
    void the_page_stays_well_formed_and_says_nothing_new() {
        var page = Dom.of(Runs.html(attack()));
        assertThat(page.vocabulary()).isSubsetOf(harmless().vocabulary());
        assertThat(page.elements("h1").get(0).getTextContent()).isEqualTo("Not conformant");
        assertThat(page.section("failures")).contains("<script>alert(1)</script>\"'& onload=", "{{verdict}} {{{x}}}");
    }

    @Test
    void the_badge_and_the_sarif_log_stay_what_they_are() throws IOException, Json.NotJsonException {
        for (Reporter reporter : List.of(new BadgeJsonReporter(), new SarifReporter())) {
            assertThat(Json.parse(written(reporter))).isInstanceOf(Map.class);
        }
        var badge = Dom.of(written(new BadgeSvgReporter()));
        assertThat(badge.elements("script")).isEmpty();
        assertThat(badge.elements("text").get(0).getTextContent()).startsWith("<script>alert(1)</script>");
    }

    private static String written(Reporter reporter) throws IOException {
        var out = new StringWriter();
        reporter.write(attack(), out);
        return out.toString();
    }

    private static Dom harmless() {
        var finding = List.of(new Finding("status", "200", "500"));
        return Dom.of(Runs.html(Runs.report(outcomes(finding, "a reason")
                .map(outcome -> Runs.result("annotations_list", "status-code", Level.MUST, outcome))
                .toList())));
    }

    private static Stream<Outcome> outcomes(List<Finding> findings, String reason) {
        return Stream.of(
                Outcome.passed(),
                new Outcome.Failed(findings),
                new Outcome.NotProven(reason),
                new Outcome.NotApplicable(reason),
                new Outcome.Excluded(reason),
                new Outcome.KnownFailure(findings, reason));
    }

    private static Report attack() {
        var key = new Key(ATTACK, "phx_the_secret", Set.of(ATTACK), Optional.of(ATTACK), ATTACK);
        var operation = operation();
        var sent = Case.of(operation, ATTACK, new Purpose.Documented(ATTACK), key);
        var request = new Request(ATTACK, ATTACK, Map.of(ATTACK, ATTACK), ATTACK, key, ATTACK);
        var body = ATTACK.getBytes(StandardCharsets.UTF_8);
        var response = new Response(200, Map.of(ATTACK, List.of(ATTACK)), body, true, Duration.ZERO);
        var exchange = new Exchange(sent, request, response);
        var results = outcomes(List.of(new Finding(ATTACK, ATTACK, ATTACK)), ATTACK)
                .flatMap(outcome -> Stream.of(Level.values())
                        .map(level -> new Result(sent, ATTACK, level, ATTACK, outcome, Optional.of(exchange))))
                .toList();
        return new Report(
                new Contract(ATTACK, ATTACK, ATTACK, ATTACK, List.of(operation)),
                new Target(ATTACK, Map.of(ATTACK, ATTACK), List.of(key), Map.of(), Optional.empty()),
                new Selection(Set.of(ATTACK), false).only(Set.of(ATTACK), ATTACK),
                ATTACK,
                Instant.EPOCH,
                Duration.ZERO,
                false,
                results,
                List.of(exchange),
                List.of(ATTACK),
                List.of(ATTACK),
                List.of(ATTACK));
    }

    private static Operation operation() {
        return new Operation(
                ATTACK,
                ATTACK,
                ATTACK,
                ATTACK,
                ATTACK,
                Optional.of(new McpTool(ATTACK, ATTACK, Set.of(), Optional.empty())),
                Set.of(ATTACK),
                List.of(),
                Optional.empty(),
                Runs.operation("annotations_list").success(),
                Map.of(),
                List.of(new OpenQuestion(ATTACK, ATTACK, ATTACK)),
                Optional.of(ATTACK),
                Optional.empty(),
                Map.of());
    }
}
