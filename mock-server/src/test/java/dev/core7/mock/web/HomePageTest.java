package dev.core7.mock.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.Client;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HomePageTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final String ANNOTATIONS = "/api/projects/1/annotations/";
    private static final Pattern CURL = Pattern.compile("<pre class=\"curl\"[^>]*>(.*?)</pre>", Pattern.DOTALL);
    private static final Pattern ROW = Pattern.compile("<tr><td>.*</tr>");
    private MockServer mock = MockServer.start(CONTRACT);

    @AfterEach
    void stop() {
        mock.close();
    }

    private void restart(Contract contract, MockOptions options) {
        mock.close();
        mock = MockServer.start(contract, options);
    }

    private String page() {
        return Client.of(mock).send("GET", "/").body();
    }

    private List<String> rows() {
        return ROW.matcher(page()).results().map(row -> text(row.group())).toList();
    }

    private List<String> curls() {
        return CURL.matcher(page()).results().map(curl -> text(curl.group(1))).toList();
    }

    /** What a reader sees: without tags, and with the characters that HTML escapes. */
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

    /** What bash and curl make of a line: the status that is answered. */
    private static int bash(String line) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("bash", "-c", line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("bash and curl have to be installed; they said: %s", output)
                .isZero();
        return Integer.parseInt(output.split(" ", 3)[1]);
    }

    @Test
    void shows_of_every_operation_how_it_is_called_and_what_a_key_needs() {
        var page = text(page().replaceAll("\\s+", " "));
        for (Operation operation : CONTRACT.operations()) {
            assertThat(page)
                    .contains(operation.method() + " " + operation.path() + " " + operation.summary() + " "
                            + String.join(" ", operation.scopes()) + " ");
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_line_to_try_is_answered_as_the_contract_says(Answers answers) throws Exception {
        restart(CONTRACT, answers.options);
        var curls = curls();
        assertThat(curls).hasSameSizeAs(CONTRACT.operations());
        for (int i = 0; i < curls.size(); i++) {
            var operation = CONTRACT.operations().get(i);
            assertThat(bash(curls.get(i)))
                    .as(curls.get(i))
                    .isEqualTo(operation.success().status());
        }
        assertThat(mock.violations()).isEmpty();
    }

    /** Where a mock has its answers from. */
    enum Answers {
        EXAMPLES(MockOptions.defaults()),
        STATE(MockOptions.defaults().withState());

        private final MockOptions options;

        Answers(MockOptions options) {
            this.options = options;
        }
    }

    @Test
    void a_line_to_try_carries_a_key_of_just_the_needed_scopes() {
        assertThat(curls().get(14))
                .isEqualTo("curl -sS -i -H 'Authorization: Bearer phx_mock.cohort:read+person:read' '" + mock.url()
                        + "/api/projects/1/cohorts/1/persons/'");
    }

    @Test
    void a_line_to_try_sends_what_the_example_says_whatever_that_is(@TempDir Path folder) throws Exception {
        var said = "It's \"50%\" $HOME `id` \\n <b> & !";
        var contract = edited(folder, "content: A release went out", "content: '" + said.replace("'", "''") + "'");
        restart(contract, MockOptions.defaults());
        assertThat(bash(curls().get(2))).isEqualTo(201);
        assertThat(mock.wireMock().getAllServeEvents().get(0).getRequest().getBodyAsString())
                .isEqualTo("{\"content\":\"It's \\\"50%\\\" $HOME `id` \\\\n <b> & !\","
                        + "\"date_marker\":\"2019-08-24T14:15:22Z\"}");
    }

    @Test
    void nothing_in_a_contract_becomes_markup(@TempDir Path folder) throws IOException {
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
    void nothing_in_a_request_becomes_markup() throws IOException {
        send("GET /<script>alert(1)</script>/\"onload='x'?<script> HTTP/1.1");
        Client.of(mock)
                .scopes("*")
                .json("{\"<script>\": 1, \"content\": \"x\"}")
                .send("POST", ANNOTATIONS);
        assertThat(page()).doesNotContain("<script");
        assertThat(rows())
                .anyMatch(row -> row.contains("GET /<script>alert(1)</script>/\"onload='x' path "))
                .anyMatch(row -> row.contains("GET /<script>alert(1)</script>/\"onload='x' 404 "))
                .anyMatch(row -> row.contains("body <script>"));
    }

    /** What no client with manners would send. */
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
    void shows_recent_requests_and_violations_newest_first_and_no_key() {
        assertThat(page()).contains("There are none.", "There are none. Run one of the commands above");
        Client.of(mock).send("GET", ANNOTATIONS + "?personal_api_key=phx_mock.annotation:read&limit=secret");
        Client.of(mock).send("PATCH", ANNOTATIONS + "7/");
        var rows = rows();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0))
                .isEqualTo("GET " + ANNOTATIONS + " query limit Expected integer, got \"secret\" (string).");
        assertThat(rows.get(1))
                .matches("\\d\\d:\\d\\d:\\d\\d PATCH " + ANNOTATIONS + "7/ 401 annotations_partial_update");
        assertThat(rows.get(2)).endsWith(" GET " + ANNOTATIONS + " 200 annotations_list");
        assertThat(page()).doesNotContain("personal_api_key");
    }

    @Test
    void shows_a_request_that_got_no_answer() {
        var client = Client.of(mock).scopes("*").header("Prefer", "fault=reset").json("{\"content\": \"x\"}");
        assertThatThrownBy(() -> client.send("POST", ANNOTATIONS)).hasRootCauseInstanceOf(IOException.class);
        assertThat(rows()).singleElement().asString().endsWith(" POST " + ANNOTATIONS + " none annotations_create");
    }

    @Test
    void shows_the_last_fifty_requests_of_many() {
        for (int i = 0; i < 60; i++) {
            Client.of(mock).send("GET", ANNOTATIONS + i + "/");
        }
        assertThat(rows()).hasSize(50);
        assertThat(rows().get(0)).contains(ANNOTATIONS + "59/");
    }

    @Test
    void is_readable_without_scripts_and_asks_for_nothing_more() {
        assertThat(page()).contains("default-src 'none'").doesNotContain("<script", "<img", "<link rel=\"stylesheet\"");
    }

    @Test
    void names_the_address_by_which_it_was_called() {
        assertThat(page()).contains("<code>" + mock.url() + "</code>");
    }
}
