package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.Targets;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that are not an implementation at all: none is green, and each is told as what it is. */
class VerdictsTest {
    @TempDir
    private Path folder;

    private Judged judge(OddServer server) throws IOException {
        try (server) {
            return Judged.of(server.url(), folder, Judged.environment(), "--operation", "annotations_list");
        }
    }

    @Test
    void a_server_that_answers_500_to_everything_breaks_or_blocks_every_operation_and_each_is_named()
            throws IOException {
        try (var server = OddServer.always(500, "text/plain", "oops")) {
            var kit = Judged.of(server.url(), folder, Judged.environment()).kit();
            assertThat(kit.code()).as(kit.err()).isEqualTo(1);
            for (Operation operation : ContractReader.bundled().operations()) {
                assertThat(kit.out()).containsPattern("(FAILED   |\n  |in  .*)" + operation.id() + "\\b");
            }
        }
    }

    @Test
    void a_server_that_refuses_everything_breaks_the_scope_and_proves_no_refusal() throws IOException {
        for (int status : List.of(401, 403)) {
            var judged = judge(OddServer.always(status, "application/json", "{\"detail\":\"no\"}"));
            assertThat(judged.kit().code()).isEqualTo(1);
            assertThat(judged.tell("annotations_list/documented/scope-sufficient"))
                    .isEqualTo(
                            "failed [{where=status, expected=200, because the key readers holds annotation:read, actual="
                                    + status + " {\"detail\":\"no\"}}]");
            assertThat(judged.tell("annotations_list/no-key/credentials-required"))
                    .isEqualTo("not-proven the same request with the right key was not accepted either, so the refusal"
                            + " proves nothing: make the documented request succeed first[]");
        }
    }

    @Test
    void the_same_page_for_everything_is_no_json_and_open_to_everybody() throws IOException {
        var judged = judge(OddServer.always(200, "text/html", "<html>It works!</html>"));
        assertThat(judged.kit().code()).isEqualTo(1);
        assertThat(judged.tell("annotations_list/documented/content-type"))
                .isEqualTo("failed [{where=header Content-Type, expected=application/json, actual=text/html}]");
        assertThat(judged.tell("annotations_list/documented/response-body"))
                .startsWith("failed [{where=body, expected=a JSON document, actual=<html>It works!</html>");
        assertThat(judged.tell("annotations_list/no-key/credentials-required"))
                .isEqualTo("failed [{where=status, expected=a refusal, because the request has no key,"
                        + " actual=200 <html>It works!</html>}]");
    }

    @Test
    void the_same_empty_object_for_everything_lacks_every_field_and_is_open_to_everybody() throws IOException {
        var judged = judge(OddServer.always(200, "application/json", "{}"));
        assertThat(judged.kit().code()).isEqualTo(1);
        assertThat(judged.tell("annotations_list/documented/response-body"))
                .startsWith("failed ")
                .contains("where=/count, expected=present, actual=absent", "where=/results, expected=present");
        assertThat(judged.tell("annotations_list/unknown-key/unknown-key-refused"))
                .isEqualTo("failed [{where=status, expected=a refusal, because the server did not issue this key,"
                        + " actual=200 {}}]");
    }

    @Test
    void a_redirect_to_a_login_page_is_not_followed_and_is_no_refusal() throws IOException {
        try (var trap = OddServer.always(200, "text/html", "log in")) {
            var judged = judge(new OddServer((exchange, request) -> {
                exchange.getResponseHeaders().set("Location", trap.url() + "/login");
                exchange.sendResponseHeaders(302, -1);
            }));
            assertThat(trap.seen()).isEmpty();
            assertThat(judged.kit().code()).isEqualTo(1);
            assertThat(judged.tell("annotations_list/documented/status-code"))
                    .isEqualTo("failed [{where=status, expected=200, actual=302}]");
            assertThat(judged.tell("annotations_list/no-key/credentials-required"))
                    .isEqualTo(
                            "not-proven status 302 does not prove a refusal: the server should return 401, 403 or 404[]");
        }
    }

    @Test
    void what_no_key_may_call_is_not_proven_and_a_correct_server_incomplete_and_not_to_blame() throws IOException {
        try (var mock = MockServer.start(
                ContractReader.bundled(), MockOptions.defaults().withState())) {
            var target =
                    Files.writeString(folder.resolve("target.yaml"), """
                    url: %s
                    organization_id: %s
                    project_id: "1"
                    keys: [{name: reader, value: "${KEY}", scopes: [annotation:read]}]
                    fixtures: {other_project: {project_id: "2", cohorts: [150]}}
                    """.formatted(mock.url(), Targets.ORGANIZATION));
            var kit = Kit.run(
                    Map.of("KEY", "phx_mock.annotation:read"),
                    List.of("check", "--target", target.toString(), "--out", folder.toString()));
            assertThat(kit.complaint()).as(kit.out()).isEqualTo("3 ");
            assertThat(new Judged(kit, folder).tell("annotations_list/annotation-pages.all/count"))
                    .isEqualTo("not-proven no key that holds annotation:write: add one to keys in the target file[]");
            for (String id : List.of(
                    "cohorts_list/documented/status-code", "cohorts_retrieve/foreign-object/foreign-object-hidden")) {
                assertThat(new Judged(kit, folder).tell(id))
                        .isEqualTo("not-proven no key that holds cohort:read: add one to keys in the target file[]");
            }
        }
    }

    @Test
    void half_a_surrogate_pair_in_an_answer_loses_no_report() throws IOException {
        var judged = judge(OddServer.always(200, "application/json", "{\"count\": \"\\ud800\"}"));
        assertThat(judged.kit().complaint()).isEqualTo("1 ");
        assertThat(judged.tell("annotations_list/documented/response-body")).contains("where=/count, expected=integer");
    }
}
