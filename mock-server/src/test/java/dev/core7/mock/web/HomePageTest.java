package dev.core7.mock.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import dev.core7.mock.MockOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomePageTest extends FreshMock {
    private static final Pattern CURL = Pattern.compile("<pre class=\"curl\"[^>]*>(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr><td>.*</tr>");

    private String page() {
        return Client.of(mock).send("GET", "/").body();
    }

    private List<String> rows() {
        return ROW.matcher(page()).results().map(row -> text(row.group())).toList();
    }

    private List<String> curls() {
        return CURL.matcher(page()).results().map(curl -> text(curl.group(1))).toList();
    }

    /** Returns the visible text, without tags and escapes. */
    private static String text(String html) {
        return html.replaceAll("</td>", " ")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&")
                .strip();
    }

    /** Runs a command with bash and returns the status in the output of curl. */
    private static int bash(String line) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("bash and curl must be installed; output: %s", output)
                .isZero();
        return Integer.parseInt(output.split(" ", 3)[1]);
    }

    @Test
    void shows_method_path_and_scopes_of_every_operation() {
        var page = text(page().replaceAll("\\s+", " "));
        for (Operation operation : CONTRACT.operations()) {
            assertThat(page)
                    .contains(operation.method() + " " + operation.path() + " " + operation.summary() + " "
                            + String.join(" ", operation.scopes()) + " ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_curl_command_gets_the_documented_status(Mode mode) throws Exception {
        restart(mode.options);
        var curls = curls();
        var operations = new ArrayList<>(readingFirst(CONTRACT));
        operations.addAll(readingFirst(ContractReader.neighbours()));
        assertThat(curls).hasSameSizeAs(operations);
        for (int i = 0; i < curls.size(); i++) {
            var operation = operations.get(i);
            assertThat(bash(curls.get(i)))
                    .as(curls.get(i))
                    .isEqualTo(operation.success().status());
            assertThat(mock.violations()).isEmpty();
            mock.resetState(); // A later command may use an object that this one has deleted.
        }
    }

    private static List<Operation> readingFirst(Contract contract) {
        return contract.operations().stream()
                .sorted(Comparator.comparing(operation -> !operation.isSafe()))
                .toList();
    }

    private String curl(String part) {
        return curls().stream().filter(curl -> curl.contains(part)).findFirst().orElseThrow();
    }

    @Test
    void marks_neighbours_as_not_part_of_the_contract() {
        var page = page();
        assertThat(page)
                .contains("<h2 id=\"neighbours-title\">Neighbours <span class=\"note\">not part of the contract");
        assertThat(page.indexOf("id=\"users_retrieve\"")).isGreaterThan(page.indexOf("neighbours-title"));
        assertThat(Client.of(mock).send("GET", "/__kit/neighbours.yaml").body())
                .isEqualTo(ContractReader.neighbours().text());
        assertThat(Client.of(mock).send("GET", "/__kit/docs/").body())
                .contains("/__kit/neighbours.yaml", "Neighbours, not part of the contract");
    }

    @Test
    void docs_know_values_of_path_parameters() {
        restart(MockOptions.defaults().withState());
        String id = mock.seedIds("1", "cohorts").get(0);
        assertThat(text(Client.of(mock).send("GET", "/__kit/docs/").body().replaceAll("(?s).*data-parameters=\"", "")))
                .contains("\"cohorts_retrieve\":{\"project_id\":\"1\",\"id\":\"" + id + "\"}");
    }

    @Test
    void shows_query_bodies_and_violations_of_a_request_without_keys() {
        Client.of(mock)
                .json("{\"personal_api_key\": \"phx_mock.*\", \"content\": \"Hello\", \"colour\": \"" + "r".repeat(600)
                        + "\"}")
                .send("POST", ANNOTATIONS + "?a=b");
        var page = text(page().replaceAll("(?s).*Recent requests", ""));
        assertThat(page)
                .contains(ANNOTATIONS + "?a=b")
                .contains("body colour: The operation has no such field.")
                .contains("{\"personal_api_key\": \"...\", \"content\": \"Hello\"")
                .contains("rrr ...")
                .contains("{\"id\":0,\"content\":\"string\"")
                .doesNotContain("phx_mock");
    }

    /** The source of responses. */
    enum Mode {
        EXAMPLES(MockOptions.defaults()),
        STATE(MockOptions.defaults().withState());

        private final MockOptions options;

        Mode(MockOptions options) {
            this.options = options;
        }
    }

    @Test
    void curl_command_has_a_key_with_exactly_the_required_scopes() {
        assertThat(curl("/persons/"))
                .isEqualTo("curl -sS -i -H 'Authorization: Bearer phx_mock.cohort:read+person:read' '" + mock.url()
                        + "/api/projects/1/cohorts/1/persons/'");
    }

    @Test
    void curl_command_sends_the_example_unchanged(@TempDir Path folder) throws Exception {
        var said = "It's \"50%\" $HOME `id` \\n <b> & !";
        var contract = edited(folder, "content: A release went out", "content: '" + said.replace("'", "''") + "'");
        restart(contract, MockOptions.defaults());
        assertThat(bash(curl("--data-raw"))).isEqualTo(201);
        assertThat(mock.wireMock().getAllServeEvents().get(0).getRequest().getBodyAsString())
                .isEqualTo("{\"content\":\"It's \\\"50%\\\" $HOME `id` \\\\n <b> & !\","
                        + "\"date_marker\":\"2019-08-24T14:15:22Z\"}");
    }

    @Test
    void escapes_texts_of_the_contract(@TempDir Path folder) throws IOException {
        var attack = "<script>alert(1)</script>";
        restart(edited(folder, "List annotations", "'" + attack + "'"), MockOptions.defaults());
        assertThat(page()).contains("&lt;script&gt;alert(1)").doesNotContain("<script");
    }

    private static Contract edited(Path folder, String old, String now) throws IOException {
        var file =
                Files.writeString(folder.resolve("edited.yaml"), CONTRACT.text().replace(old, now));
        return ContractReader.read(file);
    }

    @Test
    void escapes_texts_of_requests() throws IOException {
        send("GET /<script>alert(1)</script>/\"onload='x'?<script> HTTP/1.1");
        Client.withAllScopes(mock).json("{\"<script>\": 1, \"content\": \"x\"}").send("POST", ANNOTATIONS);
        assertThat(page()).doesNotContain("<script");
        assertThat(rows())
                .anyMatch(row -> row.contains("GET /<script>alert(1)</script>/\"onload='x' path "))
                .anyMatch(row -> row.contains("GET /<script>alert(1)</script>/\"onload='x'?<script> 404 "))
                .anyMatch(row -> row.contains("body <script>"));
    }

    /** Sends a request line that HTTP clients would refuse to send. */
    private void send(String requestLine) throws IOException {
        var url = URI.create(mock.url());
        try (var socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write((requestLine + "\r\nHost: x\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void shows_recent_requests_and_violations_newest_first_without_keys() {
        assertThat(page()).contains("There are none.", "There are none. Run one of the commands above");
        Client.of(mock).send("GET", ANNOTATIONS + "?personal_api_key=phx_mock.annotation:read&limit=secret");
        Client.of(mock).send("PATCH", ANNOTATIONS + "7/");
        var rows = rows();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .isEqualTo("GET " + ANNOTATIONS + " query limit Expected integer, got \"secret\" (string). tolerated");
        assertThat(rows.get(1))
                .matches("\\d\\d:\\d\\d:\\d\\d PATCH " + ANNOTATIONS + "7/ 401 annotations_partial_update");
        assertThat(rows.get(2)).endsWith(" GET " + ANNOTATIONS + "?limit=secret 200 annotations_list");
        assertThat(page()).doesNotContain("personal_api_key=");
    }

    @Test
    void shows_a_request_without_a_response() {
        var client = Client.withAllScopes(mock).header("Prefer", "fault=reset").json("{\"content\": \"x\"}");
        assertThatThrownBy(() -> client.send("POST", ANNOTATIONS)).hasRootCauseInstanceOf(IOException.class);
        assertThat(rows()).singleElement().asString().endsWith(" POST " + ANNOTATIONS + " none annotations_create");
    }

    @Test
    void shows_only_the_last_fifty_requests() {
        for (int i = 0; i < 60; i++) {
            Client.of(mock).send("GET", ANNOTATIONS + i + "/");
        }
        assertThat(rows()).hasSize(50);
        assertThat(rows().get(0)).contains(ANNOTATIONS + "59/");
    }

    @Test
    void needs_no_scripts_and_loads_no_other_files() {
        assertThat(page()).contains("default-src 'none'").doesNotContain("<script", "<img", "<link rel=\"stylesheet\"");
    }

    @Test
    void shows_the_base_url_that_the_caller_used() {
        assertThat(page()).contains("<code>" + mock.url() + "</code>");
    }
}
