package dev.core7.conformance.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.objects.Ledger;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Verdict;
import dev.core7.conformance.selection.Selection;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that close the connection instead of answering. */
class NoResponseTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target FULL = Targets.full(CONTRACT);
    private static final String CLOSED = "the server closed the connection";

    /** Answers everything but the requests that {@code silent} names. */
    private static FakeServer silentTo(Predicate<Request> silent) {
        return new FakeServer(CONTRACT) {
            @Override
            public synchronized Response send(Request request) throws NoAnswerException {
                received.add(request);
                if (silent.test(request)) {
                    throw new NoAnswerException(CLOSED, false);
                }
                return answer(request);
            }
        };
    }

    private static Report run(FakeServer server, int jobs) throws Exception {
        return new Runner(CONTRACT, FULL, server, Selection.ALL).run(false, Progress.SILENT, Ledger.NONE, jobs);
    }

    private static List<String> failures(Report report) {
        return report.results(Outcome.Failed.class).stream()
                .map(result -> result.id() + " " + result.level() + " "
                        + result.outcome().brokenPlaces())
                .toList();
    }

    private static boolean updatesAnnotation(Request request) {
        return request.method().equals("PATCH")
                && request.path().contains("/annotations/")
                && !String.valueOf(request.body()).contains("deleted");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void an_operation_that_closes_the_connection_fails_and_the_others_are_judged(int jobs) throws Exception {
        var report = run(silentTo(NoResponseTest::updatesAnnotation), jobs);

        assertThat(failures(report))
                .contains("annotations_partial_update/documented/status-code MUST [Finding[where=response, "
                        + "expected=a response with status 200, actual=" + CLOSED + ", condition=]]")
                .allMatch(failure -> failure.startsWith("annotations_partial_update/"));
        assertThat(report.results(Outcome.NotProven.class))
                .isNotEmpty()
                .allSatisfy(
                        result -> assertThat(result.sent().operation().id()).isEqualTo("annotations_partial_update"));
        assertThat(report.verdict()).isEqualTo(Verdict.NOT_CONFORMANT);
        assertThat(report.leftBehind()).isEmpty();
    }

    @Test
    void what_builds_on_a_missing_response_gives_it_as_the_reason() throws Exception {
        var report = run(
                silentTo(request ->
                        request.method().equals("POST") && request.path().endsWith("/annotations/")),
                1);

        assertThat(failures(report))
                .anyMatch(failure -> failure.startsWith("annotations_create/documented/status-code"));
        assertThat(report.results(Outcome.NotProven.class))
                .filteredOn(result -> result.sent().id().equals("annotations_partial_update/documented"))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.outcome().reason())
                        .isEqualTo("POST /api/projects/1/annotations/: " + CLOSED));
    }

    @Test
    void a_post_is_sent_once_and_a_get_twice() throws Exception {
        var server = silentTo(request -> request.path().startsWith("/api/projects/1/comments/?completed=any")
                || request.method().equals("POST") && request.path().endsWith("/cohorts/"));
        run(server, 1);

        assertThat(server.received.stream().filter(r -> r.path().contains("comments/?completed=any")))
                .hasSize(2);
        assertThat(server.received.stream()
                        .filter(r -> r.method().equals("POST") && r.path().endsWith("/cohorts/"))
                        .map(Request::body))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void a_request_that_is_answered_the_second_time_is_judged_by_that_answer() throws Exception {
        var first = new AtomicBoolean(true);
        var report = run(silentTo(request -> request.path().endsWith("/comments/") && first.getAndSet(false)), 1);

        assertThat(failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(report.attempts()).hasSize(report.exchanges().size() + 1);
    }

    @Test
    void bad_input_that_breaks_the_connection_twice_fails_no_server_error() throws Exception {
        var report = run(silentTo(request -> request.path().contains("kind=no-such-value")), 1);

        assertThat(failures(report))
                .containsExactly("comments_list/bad-parameter-kind/no-server-error SHOULD [Finding[where=response, "
                        + "expected=a response, actual=" + CLOSED + " (2 times), condition=]]");
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void bad_input_that_is_sent_once_fails_only_beside_another() throws Exception {
        var one = run(silentTo(NoResponseTest::isNotJson), 1);
        assertThat(failures(one)).isEmpty();
        assertThat(one.results(Outcome.NotProven.class))
                .extracting(result -> result.sent().id())
                .containsOnly("annotations_create/not-json");

        var two = run(silentTo(request -> isNotJson(request) || isPlainText(request)), 1);
        assertThat(failures(two))
                .extracting(failure -> failure.split(" ")[0])
                .containsExactlyInAnyOrder(
                        "annotations_create/not-json/no-server-error", "annotations_create/text-plain/no-server-error");
    }

    private static boolean isNotJson(Request request) {
        return isOfAnnotations(request) && "{\"broken\": ".equals(request.body());
    }

    private static boolean isPlainText(Request request) {
        return isOfAnnotations(request) && "plain text".equals(request.body());
    }

    private static boolean isOfAnnotations(Request request) {
        return request.method().equals("POST") && request.path().endsWith("/annotations/");
    }

    @Test
    void a_server_that_never_answers_is_not_blamed_and_left_soon() throws Exception {
        var server = silentTo(request -> true);
        var report = run(server, 1);

        assertThat(failures(report)).isEmpty();
        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(server.received).hasSizeLessThan(15);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void a_resource_that_hangs_is_left_after_a_few_requests(int jobs) throws Exception {
        var server = silentTo(request -> request.path().contains("/cohorts/"));
        var report = run(server, jobs);

        assertThat(failures(report))
                .contains("cohorts_create/documented-static/status-code MUST [Finding[where=response, "
                        + "expected=a response with status 201, actual=" + CLOSED + ", condition=]]")
                .allMatch(failure -> failure.startsWith("cohorts_"));
        assertThat(server.received.stream().filter(request -> request.path().contains("/cohorts/")))
                .hasSizeLessThan(25);
    }
}
