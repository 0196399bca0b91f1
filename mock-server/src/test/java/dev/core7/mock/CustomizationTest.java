package dev.core7.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Stubs, objects and keys that a user adds to a mock. */
class CustomizationTest extends FreshMock {
    @TempDir
    private Path folder;

    private void startWithStub(String name, String stub) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), stub);
        restart(MockOptions.defaults().withMappings(folder));
    }

    @Test
    void stubs_of_a_folder_win_and_come_back_after_a_reset() throws IOException {
        startWithStub(
                "mappings/mine.json",
                "{\"request\": {\"urlPath\": \"" + ANNOTATIONS + "\"}, \"response\": {\"body\": \"mine\"}}");
        var client = Client.withAllScopes(mock);
        assertThat(client.send("GET", ANNOTATIONS).body()).isEqualTo("mine");
        assertThat(Client.of(mock).send("GET", ANNOTATIONS).status()).isEqualTo(401);
        mock.wireMock().resetMappings();
        mock.resetAll();
        assertThat(client.send("GET", ANNOTATIONS).body()).isEqualTo("mine");
        assertThat(client.send("GET", COHORTS).status()).isEqualTo(200);
    }

    @Test
    void stubs_may_lie_in_the_folder_itself_with_files_and_templates() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("__files")).resolve("body.json"), "{\"a\": 1}");
        startWithStub(
                "stubs.json",
                "{\"mappings\": [{\"request\": {\"urlPath\": \"/file\"}, \"response\": {\"bodyFileName\": \"body.json\"}},"
                        + "{\"request\": {\"urlPath\": \"/echo\"}, \"response\": {\"body\": \"{{request.query.a}}\","
                        + " \"transformers\": [\"response-template\"]}}]}");
        assertThat(Client.of(mock).send("GET", "/file").body()).isEqualTo("{\"a\": 1}");
        assertThat(Client.of(mock).send("GET", "/echo?a=b").body()).isEqualTo("b");
    }

    @Test
    void a_broken_stub_is_named_in_one_line() {
        assertThatThrownBy(() -> startWithStub("broken.json", "{\"request\": 1}"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("broken.json") + ": not a stub of WireMock: ")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> restart(MockOptions.defaults().withMappings(folder.resolve("none"))))
                .hasMessageContaining("no such folder");
    }

    private void startWithSeeds(String yaml) throws IOException {
        restart(MockOptions.defaults().withSeedFile(Files.writeString(folder.resolve("seeds.yaml"), yaml)));
    }

    @Test
    void seeds_are_those_of_the_file() throws IOException {
        startWithSeeds("""
                annotations:
                  - {content: First, date_marker: 2026-01-01T01:00:00+01:00}
                  - {id: 500, content: Second, scope: project}
                cohorts: []
                roles:
                  - name: Support
                projects:
                  2:
                    cohorts:
                      - name: Friends
                        is_static: true
                        persons: [095be615-a8ad-4c33-8e9c-c7612fbf6c9f]
                """);
        var one = new Project(mock, "1");
        var two = new Project(mock, "2");
        assertThat(one.list("annotations/")).hasSize(2);
        assertThat(one.get("annotations/500/"))
                .containsEntry("content", "Second")
                .containsEntry("scope", "project");
        assertThat(one.values("annotations/", "date_marker")).contains("2026-01-01T00:00:00Z");
        assertThat((Integer)
                        one.create("annotations", Map.of("content", "Third")).get("id"))
                .as("no id is used twice")
                .isGreaterThan(501);
        assertThat(one.list("cohorts/")).isEmpty();
        assertThat(two.values("cohorts/", "count")).isEqualTo(List.of(1));
        assertThat(two.list("annotations/")).isNotEmpty();
        assertThat(Client.withAllScopes(mock)
                        .send("GET", "/api/organizations/@current/roles/")
                        .body())
                .contains("\"count\":1", "Support");
        mock.resetState();
        assertThat(one.list("annotations/")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'annotations:\n  - colour: red'|2: /annotations/0/colour: annotations have no field colour, only id,",
                "'annotations:\n  - id: 1\n    content: 1'|3: /annotations/0/content: expected string or null, got 1",
                "'unicorns: []'|1: /unicorns: there is no list unicorns, only annotations, cohorts, comments, roles",
                "'annotations:\n- id: 1\n- id: 1'|3: /annotations/1: the id 1 is also that of line 2",
                "'cohorts:\n- persons: [x]'|2: /cohorts/0/persons/0: there is none of the persons with this id, only",
                "'annotations: {}'|1: /annotations: "
            })
    void an_invalid_seed_is_named_with_its_line(String yaml, String message) {
        assertThatThrownBy(() -> startWithSeeds(yaml))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("seeds.yaml") + ":" + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void any_key_is_accepted_on_request_but_a_key_of_the_mock_keeps_its_scopes() {
        assertThat(Client.of(mock).key("phx_real").send("GET", ANNOTATIONS).status())
                .isEqualTo(401);
        restart(MockOptions.defaults().acceptingAnyKey());
        assertThat(Client.of(mock).key("phx_real").send("GET", ANNOTATIONS).status())
                .isEqualTo(200);
        assertThat(Client.of(mock)
                        .key("phx_mock.cohort:read")
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(403);
        assertThat(Client.of(mock)
                        .key(mock.revokedKey("*"))
                        .send("GET", ANNOTATIONS)
                        .status())
                .isEqualTo(401);
        assertThat(Client.of(mock).send("GET", ANNOTATIONS).status()).isEqualTo(401);
    }
}
