package dev.core7.conformance.cli;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.core7.conformance.OddServer;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results are explained by any id that a report prints, and a failure can be exported to other tools. */
class ExplainTest {
    /** Text that would end a Java literal or comment, or start an escape sequence, if it were not escaped. */
    private static final String HOSTILE = "\\u0022 \\u000a \" */ // \n \r \u2028 \u001b \u009b \u202e ';<script>";

    @TempDir
    private Path folder;

    private static OddServer hostile() {
        return new OddServer((exchange, request) -> {
            boolean creates = request.method().equals("POST");
            exchange.getResponseHeaders().set("Allow", "GET");
            OddServer.send(
                    exchange,
                    creates ? 201 : 200,
                    "application/json",
                    Json.write(Map.of("id", HOSTILE, "results", List.of(Map.of("id", HOSTILE)), HOSTILE, 1)));
        });
    }

    /** The first failure of each check, exported into a folder of its own. */
    private List<Path> exported(Judged judged) throws IOException {
        var folders = new ArrayList<Path>();
        var checks = new HashSet<@Nullable Object>();
        for (var result : judged.results()) {
            if ("failed".equals(result.get("outcome")) && checks.add(result.get("check"))) {
                var into = folder.resolve("export").resolve(String.valueOf(folders.size()));
                String id = String.valueOf(result.get("id"));
                var kit = Kit.run("explain", id, "--from", judged.folder().toString(), "--export", into.toString());
                assertThat(kit.complaint()).isEqualTo("0 ");
                assertThat(kit.out())
                        .contains("\noutcome   failed\n", "\nwritten   " + into.resolve("mapping.json") + "\n");
                assertThat(kit.out().chars().filter(c -> c != '\n'))
                        .noneMatch(c -> Character.isISOControl(c) || c == 0x202e);
                folders.add(into);
            }
        }
        return folders;
    }

    private static Path source(Path exported) throws IOException {
        try (var files = Files.list(exported)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void compile(List<Path> sources) {
        var arguments = new ArrayList<>(List.of("-d", sources.get(0).getParent().toString(), "-proc:none"));
        sources.forEach(source -> arguments.add(source.toString()));
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }

    /** Runs the test method of an exported class that is compiled into {@code classes}. */
    private static void run(Path source, Path classes, String url) throws Throwable {
        String name = source.getFileName().toString().replace(".java", "");
        System.setProperty("target.url", url);
        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ExplainTest.class.getClassLoader())) {
            var type = loader.loadClass(name);
            var made = type.getDeclaredConstructor();
            var test = type.getDeclaredMethod("the_clause_holds");
            made.setAccessible(true);
            test.setAccessible(true);
            test.invoke(made.newInstance());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            System.clearProperty("target.url");
        }
    }

    @Test
    void a_failure_is_exported_as_a_test_that_fails_and_a_stub_that_makes_it_fail() throws Throwable {
        List<Path> exported;
        try (var server = hostile()) {
            exported = exported(Judged.of(
                    server.url(),
                    folder,
                    Judged.environment(),
                    "--operation",
                    "annotations_list",
                    "annotations_create"));
        }
        assertThat(exported).hasSizeGreaterThan(10);
        var sources = new ArrayList<Path>();
        for (Path each : exported) {
            assertThat(Files.readString(each.resolve("repeat.sh"))).startsWith("#!/usr/bin/env bash\ncurl -sS -i ");
            sources.add(source(each));
        }
        compile(sources);
        var mock = new WireMockServer(options().bindAddress("127.0.0.1").dynamicPort());
        try {
            mock.start();
            for (int i = 0; i < exported.size(); i++) {
                var source = sources.get(i);
                mock.resetMappings();
                mock.addStubMapping(
                        StubMapping.buildFrom(Files.readString(exported.get(i).resolve("mapping.json"), UTF_8)));
                assertThat(catchThrowable(() -> run(source, sources.get(0).getParent(), mock.baseUrl())))
                        .as(Files.readString(source))
                        .isInstanceOf(AssertionError.class);
            }
        } finally {
            mock.stop();
        }
    }

    @Test
    void an_exported_test_passes_when_the_server_is_fixed() throws Throwable {
        var judged = folder.resolve("out");
        try (var server = OddServer.always(200, "application/json", "{}")) {
            Judged.of(server.url(), folder, Judged.environment(), "--operation", "annotations_list");
            Kit.run(
                    "explain",
                    "annotations_list/no-key/credentials-required",
                    "--from",
                    judged.toString(),
                    "--export",
                    folder.resolve("export").toString());
            var source = source(folder.resolve("export"));
            compile(List.of(source));
            assertThatThrownBy(() -> run(source, source.getParent(), server.url()))
                    .isInstanceOf(AssertionError.class);
            try (var mock = MockServer.start(
                    ContractReader.bundled(), MockOptions.defaults().withState())) {
                run(source, source.getParent(), mock.url());
            }
        }
    }

    @Test
    void without_a_target_the_output_says_how_to_start_the_mock() {
        var kit = Kit.run("explain", "annotations_list/documented/status-code");
        assertThat(kit.out())
                .contains("'http://127.0.0.1:8080/api/projects/1/annotations/'")
                .endsWith("\nTo send the request, start ./kit mock --stateful --port 8080 and set"
                        + " KEY_ONLY_ANNOTATION_READ='phx_mock.annotation:read'.\n");
    }

    @Test
    void ids_from_the_examples_of_the_page_are_marked() {
        String note = "ids       are the page's examples; --from DIR shows those that a run used";
        assertThat(Kit.run("explain", "annotations_retrieve/annotation-life.read-again/reading-is-safe")
                        .out())
                .contains(note);
        assertThat(Kit.run("explain", "annotations_list/documented/status-code").out())
                .doesNotContain(note);
    }

    @Test
    void every_id_that_a_report_prints_is_explained_without_a_run_and_from_a_run() throws IOException {
        Judged judged;
        try (var server = OddServer.always(200, "application/json", "{}")) {
            judged = Judged.of(server.url(), folder, Judged.environment(), "--operation", "annotations_list");
        }
        var from = judged.folder().toString();
        var rows = Map.of(
                "annotations_list/documented", "response-body .* MUST ",
                "annotations_list/annotation-life.hidden-in-list", "soft-delete .* MUST ",
                "annotation-life.hidden-in-list", "soft-delete .* MUST ",
                "annotation-life", "annotations_list/annotation-life\\.hidden-in-list .* \\d+ result",
                "annotations_list", "annotations_list/no-key .* \\d+ result",
                "response-body", "annotations_list .* \\d+ result");
        for (var row : rows.entrySet()) {
            var id = row.getKey();
            var known = Kit.run("explain", id);
            assertThat(known.complaint()).as(id).isEqualTo("0 ");
            assertThat(known.out()).startsWith(id + "\n").containsPattern("(?m)^  " + row.getValue());
            var seen = Kit.run("explain", id, "--from", from);
            assertThat(seen.complaint()).as(id).isEqualTo("0 ");
            if (id.endsWith("annotation-life.hidden-in-list")) {
                assertThat(seen.out())
                        .as("its only result")
                        .startsWith("annotations_list/annotation-life.hidden-in-list/soft-delete\n");
            } else {
                assertThat(seen.out()).startsWith(id + "\n").containsPattern("(?m)^  " + row.getValue());
            }
        }
        assertThat(Kit.run("explain", "annotation-life.hidden-in-list/soft-delete")
                        .out())
                .startsWith("annotations_list/annotation-life.hidden-in-list/soft-delete\n");
        assertThat(Kit.run("explain", "response-body", "--from", from).out())
                .containsPattern("annotations_list +\\d+ results?: .*\\d failed")
                .contains("\nFailed or not proven:\n", "  annotations_list/documented/response-body\n");
    }

    @Test
    void an_unknown_id_is_reported_with_a_similar_one() {
        assertThat(Kit.run("explain", "annotations_list/documentd/status-code").complaint())
                .isEqualTo("2 kit: annotations_list/documentd/status-code: unknown id; did you mean"
                        + " annotations_list/documented/status-code?" + System.lineSeparator());
        assertThat(Kit.run("explain", "reponse-body").complaint())
                .isEqualTo("2 kit: reponse-body: unknown id; did you mean response-body?" + System.lineSeparator());
        assertThat(Kit.run("explain", "annotations_list/no-such-case").complaint())
                .startsWith("2 kit: annotations_list/no-such-case: unknown id; an id of annotations_list is, for"
                        + " example, annotations_list/");
        assertThat(Kit.run("explain", "nothing").complaint())
                .isEqualTo("2 kit: nothing: unknown id; give the id of a result, case, step, flow, operation or check:"
                        + " kit list prints them" + System.lineSeparator());
    }

    @Test
    void an_export_of_several_results_names_one_that_failed() throws IOException {
        try (var server = OddServer.always(200, "application/json", "{}")) {
            var judged = Judged.of(server.url(), folder, Judged.environment(), "--operation", "annotations_list");
            var kit = Kit.run(
                    "explain",
                    "annotations_list/no-key",
                    "--from",
                    judged.folder().toString(),
                    "--export",
                    folder.resolve("x").toString());
            assertThat(kit.complaint())
                    .matches("2 kit: annotations_list/no-key has \\d results: give the id of one, for example"
                            + " annotations_list/no-key/credentials-required\\s+");
        }
    }

    @Test
    void the_self_test_does_not_cover_the_users_own_flows() throws IOException {
        var own =
                Files.writeString(folder.resolve("flows.yaml"), Files.readString(Path.of("../spec/flows.arazzo.yaml")));
        String id = "annotations_retrieve/annotation-life.read-again/reading-is-safe";
        assertThat(Kit.run("explain", id, "--flows", own.toString()).out())
                .contains("The self-test does not cover your own flows")
                .doesNotContain("deliberate fault");
    }

    @Test
    void an_export_without_a_run_or_without_a_request_is_rejected_in_one_line() throws IOException {
        assertThat(Kit.run("explain", "a/b/c", "--export", "x").complaint())
                .isEqualTo("2 kit: --export x: only a completed run has responses: add --from and its report folder"
                        + System.lineSeparator());
        try (var server = OddServer.always(200, "application/json", "{}")) {
            var judged = Judged.of(server.url(), folder, Judged.environment(), "--operation", "roles_destroy");
            var id = judged.results().stream()
                    .filter(result -> "excluded".equals(result.get("outcome")))
                    .findFirst()
                    .orElseThrow()
                    .get("id");
            assertThat(Kit.run(
                                    "explain",
                                    String.valueOf(id),
                                    "--from",
                                    judged.folder().toString(),
                                    "--export",
                                    folder.resolve("x").toString())
                            .complaint())
                    .isEqualTo("2 kit: " + id
                            + ": no request was sent, so there is nothing to export: not selected by --operation"
                            + System.lineSeparator());
        }
    }
}
