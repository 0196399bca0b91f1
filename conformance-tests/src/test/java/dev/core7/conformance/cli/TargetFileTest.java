package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.target.TargetUrl;
import dev.core7.contract.ContractReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mistake in target.yaml is one line on stderr, with the line of the file, and exit code 2. */
class TargetFileTest {
    private static final String GOOD = """
            url: http://127.0.0.1:1
            organization_id: o
            project_id: "1"
            keys:
              - {name: all, value: "${KEY_ALL}", scopes: ["*"]}
              - {name: few, value: phx_2, scopes: [cohort:read]}
            fixtures:
              persons: [p]
            """;

    @TempDir
    private Path folder;

    private String complaint(String text, Map<String, String> environment) throws IOException {
        var file = Files.writeString(folder.resolve("target.yaml"), text);
        var out = folder.resolve("out").toString();
        var kit = Kit.run(environment, List.of("check", "--target", file.toString(), "--out", out));
        assertThat(kit.out()).isEmpty();
        assertThat(kit.err()).hasLineCount(1).doesNotContain("phx_");
        return kit.complaint().strip().replace(file.toString(), "target.yaml");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " ; ", textBlock = """
        url: http:              ; ulr: http:          ; :1: /ulr: unknown key "ulr"; known keys: fixtures, keys, mcp_url, organization_id, project_id, url
        name: few               ; nmae: few           ; :6: /keys/1/nmae: unknown key "nmae"; known keys: name, project_id, revoked, scopes, user, value; did you mean name?
        url: http://127.0.0.1:1 ; url: 127.0.0.1:1    ; :1: /url: expected http:// or https://, a host, and optionally a port
        url: http://127.0.0.1:1 ; url: http://u:phx_3@host ; :1: /url: the URL contains a user or password, which every report would show: put API keys under keys
        url: http://127.0.0.1:1 ; url: http://phx_3@host/x ; :1: /url: the URL contains a user or password, which every report would show: put API keys under keys
        url: http://127.0.0.1:1 ; url: ftp://u:phx_3@host ; :1: /url: the URL contains a user or password, which every report would show: put API keys under keys
        url: http://127.0.0.1:1 ; url: u:phx_3@host ; :1: /url: the URL contains a user or password, which every report would show: put API keys under keys
        url: http://127.0.0.1:1 ; url: 'http://u:phx_3 ?@host' ; :1: /url: the URL contains a user or password, which every report would show: put API keys under keys
        url: http://127.0.0.1:1 ; url: http://u:${KEY_ALL}@host ; :1: /url: the URL contains a user or password, which every report would show: put API keys under keys
        url: http://127.0.0.1:1 ; url: 'http://${KEY_ALL}@' ; :1: /url: the URL contains a user or password, which every report would show: put API keys under keys
        url: http://127.0.0.1:1 ; url: http://host?x=1 ; :1: /url: the URL must not have a query or a fragment, because paths are appended to it
        url: http://127.0.0.1:1 ; url: 'http://host#x' ; :1: /url: the URL must not have a query or a fragment, because paths are appended to it
        url: http://127.0.0.1:1 ; url: http://host:99999 ; :1: /url: invalid port: expected a number from 1 to 65535
        url: http://127.0.0.1:1 ; url: http://host:0 ; :1: /url: invalid port: expected a number from 1 to 65535
        url: http://127.0.0.1:1 ; url: 'http://host:' ; :1: /url: invalid port: expected a number from 1 to 65535
        url: http://127.0.0.1:1 ; url: http://host:80b ; :1: /url: invalid port: expected a number from 1 to 65535
        url: http://127.0.0.1:1 ; url: http:///x ; :1: /url: expected http:// or https://, a host, and optionally a port
        url: http://127.0.0.1:1 ; url: 'http://a host' ; :1: /url: expected http:// or https://, a host, and optionally a port
        url: http://127.0.0.1:1 ; url: 7              ; :1: /url: expected string, got 7 (integer)
        [cohort:read]           ; cohort:read         ; :6: /keys/1/scopes: expected array, got "cohort:read" (string)
        [cohort:read]           ; [cohort.read]       ; :6: /keys/1/scopes/0: "cohort.read" is not a scope: write RESOURCE:read, RESOURCE:write or *; the contract has SCOPES; did you mean cohort:read?
        name: few               ; name: a key         ; :6: /keys/1/name: "a key" is not a valid name: use letters, digits, '.', '_' and '-', and begin with a letter or digit
        project_id: "1"         ; # none              ; :1: "project_id" is missing: the paths of the contract contain {project_id}
        organization_id: o      ; organisation_id: o  ; :2: /organisation_id: unknown key "organisation_id"; known keys: fixtures, keys, mcp_url, organization_id, project_id, url; did you mean organization_id?
        value: phx_2, scopes    ; scopes              ; :6: /keys/1: "value" is missing
        url: http://127.0.0.1:1 ; # none              ; :2: "url" is missing
        persons: [p]            ; person: [p]         ; :8: /fixtures/person: unknown fixture "person"; known fixtures: activity, add_persons_to_static_cohort, annotations, api, calculation_history, cohorts, comments, dashboards, insights, organizations, other_organization, other_project, persons, projects, remove_person_from_static_cohort, roles; did you mean persons?
        name: few               ; name: all           ; :6: /keys/1: two keys have the name all
        value: phx_2            ; value: ""           ; :6: /keys/1/value: the key few is empty, or contains a blank or a character that is not allowed in headers
        value: phx_2            ; value: "phx_2\\n"   ; :6: /keys/1/value: the key few is empty, or contains a blank or a character that is not allowed in headers
        value: phx_2            ; value: "${KEY_FEW}" ; :6: /keys/1/value: the environment variable KEY_FEW is not set
        """)
    void a_mistake_is_told_with_its_line(String good, String bad, String complaint) throws IOException {
        var scopes = new TreeSet<>(ContractReader.bundled().scopes());
        assertThat(complaint(GOOD.replace(good, bad), Map.of("KEY_ALL", "phx_1")))
                .isEqualTo("2 kit: target.yaml" + complaint.replace("SCOPES", String.join(", ", scopes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://a_service:8000",
                "https://eu.example.com",
                "http://[::1]:8010/",
                "http://host/below/@me",
                "http://host:65535"
            })
    void a_url_that_a_server_may_have_is_taken(String url) {
        assertThat(TargetUrl.problem(url)).isEmpty();
    }

    @Test
    void current_says_nothing_where_a_key_is_limited_to_a_project() throws IOException {
        var current = GOOD.replace("\"1\"", "\"@current\"");
        var limited = current.replace("scopes: [cohort:read]", "scopes: [cohort:read], project_id: 2");
        assertThat(complaint(limited, Map.of("KEY_ALL", "phx_1")))
                .isEqualTo(
                        "2 kit: target.yaml:3: /project_id: @current is the project of each key: give the id of the project,"
                                + " because one of the keys is limited to a project");
        assertThat(complaint(current, Map.of("KEY_ALL", "phx_1")))
                .startsWith("3 kit: http://127.0.0.1:1 cannot be reached");
    }

    @Test
    void a_variable_that_is_not_set_or_empty_is_told() throws IOException {
        var unset = "2 kit: target.yaml:5: /keys/0/value: the environment variable KEY_ALL is not set";
        assertThat(complaint(GOOD, Map.of())).isEqualTo(unset);
        assertThat(complaint(GOOD, Map.of("KEY_ALL", ""))).isEqualTo(unset);
    }

    @Test
    void a_variable_with_a_line_break_is_told_without_its_value() throws IOException {
        assertThat(complaint(GOOD, Map.of("KEY_ALL", "phx_1\n")))
                .isEqualTo("2 kit: target.yaml:5: /keys/0/value: the key all is empty, or contains a blank or a"
                        + " character that is not allowed in headers");
    }

    @Test
    void a_file_that_is_missing_empty_or_not_yaml_is_told() throws IOException {
        assertThat(Kit.run("check", "--target", "no-such.yaml").complaint().strip())
                .isEqualTo("2 kit: no-such.yaml: no such file: give the path of a target file (see docs/target.md)");
        assertThat(complaint("", Map.of())).isEqualTo("2 kit: target.yaml:1: the file is empty");
        assertThat(complaint("url: [", Map.of())).startsWith("2 kit: target.yaml:1: not YAML: ");
        assertThat(complaint("- a", Map.of())).startsWith("2 kit: target.yaml:1: expected object, got ");
    }

    @Test
    void nobody_at_the_address_is_exit_code_3() throws IOException {
        assertThat(complaint(GOOD, Map.of("KEY_ALL", "phx_1")))
                .startsWith("3 kit: http://127.0.0.1:1 cannot be reached: no connection: ")
                .endsWith("; nothing was judged. Start the server or correct url in the target file");
        assertThat(complaint(GOOD.replace("127.0.0.1:1", "no-such-host.invalid"), Map.of("KEY_ALL", "phx_1")))
                .isEqualTo(
                        "3 kit: http://no-such-host.invalid cannot be reached: no such host; nothing was judged. Start"
                                + " the server or correct url in the target file");
    }
}
