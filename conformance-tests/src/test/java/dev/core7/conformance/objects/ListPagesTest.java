package dev.core7.conformance.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.conformance.OddServer;
import dev.core7.conformance.http.RestAssuredTransport;
import dev.core7.contract.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is read page after page, to its end and no further, and always from the server that was asked first. */
class ListPagesTest {
    private static final String LIST = "/api/projects/1/cohorts/";

    private final OddServer trap = OddServer.always(200, "application/json", "{\"results\": [\"wanted\"]}");

    /** The links to the next page, by the number of the page that carries them. */
    private Function<Integer, String> links = page -> trap.url() + LIST + "?page=" + (page + 1);

    private int last = 3;

    private final OddServer server = new OddServer((exchange, request) -> {
        int page = Integer.parseInt(request.path().replaceFirst("[^?]*(\\?page=|$)", "0"));
        var body = new LinkedHashMap<String, Object>();
        body.put("results", List.of("item " + page));
        if (page < last) {
            body.put("next", links.apply(page));
        }
        OddServer.send(exchange, 200, "application/json", Json.write(body));
    });

    @AfterEach
    void stop() {
        server.close();
        trap.close();
    }

    private Optional<Object> find(String item) throws ListPages.UnreadableException {
        var transport =
                new RestAssuredTransport(dev.core7.conformance.Targets.at(server.url()), Duration.ofSeconds(10));
        return new ListPages(transport).find(dev.core7.conformance.Targets.get(LIST), item::equals);
    }

    private List<String> asked() {
        return server.seen().stream().map(OddServer.Seen::path).toList();
    }

    @Test
    void an_item_on_a_later_page_is_found_and_no_page_behind_it_is_asked_for() throws Exception {
        assertThat(find("item 2")).contains("item 2");
        assertThat(asked()).containsExactly(LIST, LIST + "?page=1", LIST + "?page=2");
    }

    @Test
    void links_to_another_host_are_followed_at_the_target_so_that_no_key_reaches_that_host() throws Exception {
        assertThat(find("wanted")).isEmpty();
        assertThat(asked()).hasSize(4);
        assertThat(trap.seen()).isEmpty();
    }

    @Test
    void a_link_that_is_relative_or_has_another_path_is_followed_at_the_list_all_the_same() throws Exception {
        links = page -> "../../elsewhere/?page=" + (page + 1) + "#top";

        assertThat(find("item 3")).contains("item 3");
        assertThat(asked()).last().isEqualTo(LIST + "?page=3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://other.example/without-query"})
    void a_link_that_names_no_other_page_is_the_end(String link) throws Exception {
        links = page -> link;

        assertThat(find("item 1")).isEmpty();
        assertThat(asked()).containsExactly(LIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?page=1 HTTP/1.1\r\nX: y", "?page=ü", "? "})
    void a_link_that_is_no_url_is_not_followed(String link) {
        links = page -> link;

        assertThatThrownBy(() -> find("item 1"))
                .isInstanceOf(ListPages.UnreadableException.class)
                .hasMessage("the link to the next page of its list is not a URL");
        assertThat(asked()).containsExactly(LIST);
    }

    @Test
    void pages_that_lead_in_a_circle_are_asked_for_once() {
        links = page -> "?page=" + (page + 1) % 3;

        assertThatThrownBy(() -> find("item 9")).hasMessage("not found on the first 4 pages of its list");
        assertThat(asked()).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void pages_without_end_are_given_up() {
        last = Integer.MAX_VALUE;

        assertThatThrownBy(() -> find("item -1")).hasMessage("not found on the first 100 pages of its list");
        assertThat(asked()).hasSize(100);
    }

    @Test
    void a_page_that_is_no_list_is_told_with_its_status() {
        try (var other = OddServer.always(503, "application/json", "{}")) {
            var transport =
                    new RestAssuredTransport(dev.core7.conformance.Targets.at(other.url()), Duration.ofSeconds(10));
            assertThatThrownBy(
                            () -> new ListPages(transport).find(dev.core7.conformance.Targets.get(LIST), item -> true))
                    .hasMessage("its list returned 503");
        }
    }
}
