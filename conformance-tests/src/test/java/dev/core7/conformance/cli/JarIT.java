package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.run.Reporter;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.spi.Check;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The jar and its commands {@code check} and {@code cleanup}. */
class JarIT extends JarProcesses {
    /** Checks of entity tags, of objects in other projects and of activity, which the embedded mock does not have. */
    private static final Set<String> UNUSED = Set.of("entity-tag", "foreign-reference-hidden", "items-of-parent");

    private static final Pattern MARK = Pattern.compile("core7-[0-9a-f]{8}-[0-9a-f]{8}");

    @Test
    void the_embedded_mock_is_conformant_and_every_check_and_reporter_is_in_the_jar() throws Exception {
        var complete = complete();
        assertThat(complete.complaint()).isEqualTo("0 ");
        assertThat(complete.out()).contains("\nVerdict: conformant");
        var judged = new Judged(complete, COMPLETE_RUN.resolve("conformance-report"));
        assertThat(judged.results())
                .extracting(result -> result.get("check"))
                .containsAll(Runner.checks().stream()
                        .map(Check::id)
                        .filter(check -> !UNUSED.contains(check))
                        .toList());
        for (Reporter reporter : ServiceLoader.load(Reporter.class)) {
            assertThat(judged.folder().resolve(reporter.fileName())).isNotEmptyFile();
        }
    }

    @Test
    void every_service_of_the_class_path_is_in_the_jar() throws IOException {
        try (var jar = new JarFile(JAR)) {
            for (Class<?> service : List.of(Check.class, CaseSource.class, Reporter.class)) {
                var entry = jar.getJarEntry("META-INF/services/" + service.getName());
                var names = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(names.strip().lines())
                        .containsExactlyInAnyOrderElementsOf(ServiceLoader.load(service).stream()
                                .map(provider -> provider.type().getName())
                                .toList());
            }
        }
    }

    @Test
    void bad_usage_is_2_and_an_unreachable_target_is_3() throws Exception {
        assertThat(kit("check", "--bogus").complaint())
                .isEqualTo("2 kit check: Unknown option: '--bogus' (see kit check --help)\n");
        assertThat(kit(
                                "check",
                                "--target",
                                Judged.target("http://127.0.0.1:1", folder).toString())
                        .complaint())
                .startsWith("3 kit: http://127.0.0.1:1 cannot be reached: no connection: ")
                .hasLineCount(1);
    }

    @Test
    void a_stateful_mock_breaks_no_clause_with_the_fixtures_that_it_tells() throws Exception {
        var target = statefulMock();

        var judged = new Judged(kit("check", "--target", target.toString()), folder.resolve("conformance-report"));

        assertThat(judged.results()).extracting(result -> result.get("outcome")).doesNotContain("failed");
        assertThat(judged.tell("roles_destroy/documented/status-code")).startsWith("passed");
        assertThat(judged.tell("cohorts_retrieve/foreign-object/foreign-object-hidden"))
                .startsWith("passed");
    }

    /** Starts a stateful mock and answers a target file for it. */
    private Path statefulMock() throws IOException {
        var told = lines(start("mock", "--port", "0", "--stateful"));
        var url = told.readLine().replaceFirst(".* is available at ", "");
        var lent = told.lines()
                .dropWhile(line -> !line.equals("fixtures:"))
                .takeWhile(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("stateful.yaml"), """
                url: %s
                organization_id: "0190aaaa-0000-0000-0000-000000000000"
                project_id: 1
                keys: [{name: all, value: phx_mock.*, scopes: ["*"]}]
                %s
                """.formatted(url, lent));
    }

    @Test
    void what_a_killed_run_has_left_is_taken_away_and_the_next_run_breaks_no_clause() throws Exception {
        var target = statefulMock();
        var ledger = folder.resolve("conformance-report").resolve("ledger.ndjson");
        var killed = start("check", "--target", target.toString());
        while (created(ledger) < 20 && !killed.waitFor(10, TimeUnit.MILLISECONDS)) {
            // The run goes on.
        }
        killed.destroyForcibly();
        assertThat(killed.waitFor()).as("128 + SIGKILL").isEqualTo(137);
        assertThat(marked(target)).isNotEmpty();

        var cleanup = kit("cleanup", "--target", target.toString(), ledger.toString());

        assertThat(cleanup.complaint()).as(cleanup.out()).isEqualTo("0 ");
        assertThat(marked(target)).isEmpty();
        var next = new Judged(
                kit("check", "--target", target.toString(), "--operation", "annotations_list", "cohorts_list"),
                folder.resolve("conformance-report"));
        assertThat(next.results())
                .extracting(result -> result.get("outcome"))
                .contains("passed")
                .doesNotContain("failed");
        assertThat(marked(target)).isEmpty();
    }

    @Test
    void an_interrupted_run_tidies_up_and_leaves_an_incomplete_report() throws Exception {
        var target = statefulMock();
        var reports = folder.resolve("conformance-report");
        var run = start("check", "--target", target.toString());
        while (created(reports.resolve("ledger.ndjson")) < 20 && !run.waitFor(10, TimeUnit.MILLISECONDS)) {
            // The run goes on.
        }
        run.destroy();

        assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(run.exitValue()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("stderr")))
                .isEqualToIgnoringNewLines("kit: interrupted: removing created objects; the report will be incomplete");
        assertThat(Files.readString(reports.resolve("report.json"))).contains("the run was interrupted: run it again");
        assertThat(marked(target)).isEmpty();
    }

    private static int created(Path ledger) throws IOException {
        return Files.exists(ledger)
                ? (int) Files.readString(ledger)
                        .lines()
                        .filter(line -> line.contains("\"created\""))
                        .count()
                : 0;
    }

    /** The objects in the lists of the mock that carry a mark of a run. */
    private static List<String> marked(Path target) throws Exception {
        var url = Files.readString(target).lines().findFirst().orElseThrow().substring("url: ".length());
        var marks = new ArrayList<String>();
        for (String list : List.of("annotations", "cohorts")) {
            var request = HttpRequest.newBuilder(URI.create(url + "/api/projects/1/" + list + "/?limit=1000"))
                    .header("Authorization", "Bearer phx_mock.*")
                    .build();
            var answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            MARK.matcher(answer).results().forEach(found -> marks.add(found.group()));
        }
        return marks;
    }

    @Test
    void stubs_broken_by_hand_are_1_and_named_with_their_places() throws Exception {
        var url = mock();
        stub(url, "cohorts", 202, "{'count': 0, 'next': null, 'previous': null, 'results': []}");
        stub(url, "annotations", 200, "{'count': 0, 'previous': null, 'results': []}");
        stub(url, "comments", 200, "{'next': 7, 'previous': null, 'results': []}");

        var target = Judged.target(url, folder).toString();
        var kit = kit("check", "--target", target, "--operation", "cohorts_list", "annotations_list", "comments_list");

        assertThat(kit.complaint()).isEqualTo("1 ");
        assertThat(kit.out())
                .containsPattern(failure("cohorts_list/documented  status-code", "status", "200", "202"))
                .containsPattern(failure("annotations_list/documented  response-body", "/next", "present", "absent"))
                .containsPattern(
                        failure("comments_list/documented  response-body", "/next", "string or null", "7 (integer)"));
    }

    private static void stub(String url, String list, int status, String body) throws Exception {
        var stub = "{'priority': 1, 'request': {'method': 'GET', 'urlPath': '/api/projects/1/%s/'}, 'response':"
                + " {'status': %d, 'jsonBody': %s, 'headers': {'Content-Type': 'application/json'}}}";
        assertThat(post(
                        url + "/__admin/mappings",
                        stub.formatted(list, status, body).replace('\'', '"')))
                .startsWith("201 ");
    }

    /** A failure as the console tells it; between its head and its place stand clause and page. */
    private static Pattern failure(String head, String where, String expected, String actual) {
        var words = head.split("  ");
        return Pattern.compile("(?s)FAILED   " + Pattern.quote(words[0]) + "( and \\d+ more)?  "
                + Pattern.quote(words[1]) + " \\(MUST\\)\n  clause[^\n]*\n  page[^\n]*\n"
                + Pattern.quote(
                        "  at        " + where + "\n  expected  " + expected + "\n  actual    " + actual + "\n"));
    }
}
