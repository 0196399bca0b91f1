package dev.core7.mock.wiremock;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.mock.Client;
import dev.core7.mock.Stateful;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateInWireMockTest extends Stateful {
    @ParameterizedTest
    @ValueSource(strings = {"/__admin/reset", "/__admin/mappings/reset"})
    void reset_restores_the_seeds(String reset) {
        var before = one.values("annotations/", "id");
        var id = mock.seedIds("1", "annotations").get(0);
        one.patch("annotations/" + id + "/", Map.of("deleted", true));
        var made = one.createPath("annotations", Map.of());
        assertThat(Client.of(mock).send("POST", reset).status()).isEqualTo(200);
        assertThat(one.values("annotations/", "id")).isEqualTo(before);
        assertThat(one.status("GET", made, "")).isEqualTo(404);
        assertThat(mock.seedIds("1", "annotations")).contains(id);
    }

    @Test
    void user_stub_takes_precedence_until_a_reset() {
        mock.wireMock().stubFor(get(urlPathEqualTo(ANNOTATIONS)).willReturn(ok("mine")));
        assertThat(one.send("GET", "annotations/", "").body()).isEqualTo("mine");
        assertThat(one.create("annotations", Map.of())).containsKey("id");
        mock.wireMock().resetToDefaultMappings();
        assertThat(one.list("annotations/")).hasSize(12);
    }

    @Test
    void every_request_can_be_verified() {
        var path = one.createPath("annotations", Map.of());
        one.patch(path, Map.of("content", "x"));
        mock.wireMock().verify(1, patchRequestedFor(urlPathEqualTo("/api/projects/1/" + path)));
        assertThat(mock.wireMock().getAllServeEvents()).hasSize(2);
    }

    @Test
    void creates_in_parallel_have_different_ids() throws ExecutionException, InterruptedException {
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Object> create =
                    () -> String.valueOf(one.create("annotations", Map.of()).get("id"));
            var responses = threads.invokeAll(
                    IntStream.range(0, 200).mapToObj(i -> create).toList());
            var ids = new HashSet<Object>();
            for (Future<Object> response : responses) {
                ids.add(response.get());
            }
            assertThat(ids).hasSize(200);
            assertThat(one.get("annotations/?limit=1")).containsEntry("count", 212);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void only_one_of_several_parallel_deletes_succeeds() throws ExecutionException, InterruptedException {
        String role = "/api/organizations/@current/roles/"
                + mock.seedIds("1", "roles").get(0) + "/";
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> delete =
                    () -> Client.withAllScopes(mock).send("DELETE", role).status();
            int deleted = 0;
            for (Future<Integer> response : threads.invokeAll(
                    IntStream.range(0, 50).mapToObj(i -> delete).toList())) {
                deleted += response.get() == 204 ? 1 : 0;
            }
            assertThat(deleted).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refusals_follow_posthogs_order_and_have_no_effect() {
        var before = one.get("annotations/");
        var nobody = Client.of(mock);
        assertThat(nobody.json("{").send("POST", ANNOTATIONS).status()).isEqualTo(401);
        assertThat(nobody.scopes("annotation:read")
                        .json("{")
                        .send("PATCH", ANNOTATIONS + "77/")
                        .status())
                .isEqualTo(403);
        assertThat(nobody.scopes("*")
                        .json("{")
                        .send("PATCH", ANNOTATIONS + "77/")
                        .status())
                .isEqualTo(404);
        assertThat(nobody.scopes("*").json("{").send("POST", ANNOTATIONS).status())
                .isEqualTo(400);
        assertThat(nobody.scopes("*").send("PUT", ANNOTATIONS).status()).isEqualTo(405);
        assertThat(nobody.scopes("*").send("DELETE", ANNOTATIONS + "77/").status())
                .isEqualTo(405);
        assertThat(nobody.scopes("*").send("OPTIONS", ANNOTATIONS).status()).isEqualTo(204);
        assertThat(nobody.scopes("*").send("HEAD", ANNOTATIONS).status()).isEqualTo(200);
        assertThat(nobody.scopes("*")
                        .send("GET", "/api/projects/x/annotations/")
                        .status())
                .isEqualTo(404);
        assertThat(one.get("annotations/")).isEqualTo(before);
    }
}
