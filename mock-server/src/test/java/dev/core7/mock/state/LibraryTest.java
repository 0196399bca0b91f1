package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.mock.http.RequestUrl;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests state with another contract: books on shelves, with one extension only. */
class LibraryTest {
    private final Contract contract = library();
    private State state = state();

    private static Contract library() {
        try {
            var file = Objects.requireNonNull(LibraryTest.class.getResource("/library.yaml"));
            return ContractReader.read(Path.of(file.toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private State state() {
        return new State(contract, Set.of("shelf"), List.of(), Optional.empty(), () -> Instant.EPOCH, id -> Set.of());
    }

    @BeforeEach
    void start() {
        state = state();
    }

    private ObjectRequest request(
            String operation, String isbn, String query, Map<String, ? extends @Nullable Object> fields) {
        var path = new LinkedHashMap<>(Map.of("shelf", "a"));
        if (!isbn.isEmpty()) {
            path.put("isbn", isbn);
        }
        var address = RequestUrl.parse("http://host/shelves/a/books/" + query);
        return new ObjectRequest(
                contract.operation(operation).orElseThrow(),
                path,
                address,
                new LinkedHashMap<>(fields),
                address,
                "application/json");
    }

    private Map<String, @Nullable Object> respond(ObjectRequest request) {
        try {
            return MockExtensions.asMap(
                    Json.parse(state.carryOut(request).orElseThrow().body()));
        } catch (Json.NotJsonException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, @Nullable Object> create(Map<String, ?> fields) {
        return respond(request("books_create", "", "", fields));
    }

    @Test
    void created_object_has_an_id_and_the_sent_fields() {
        var book = create(Map.of("title", "Nana", "pages", 3));
        assertThat(UUID.fromString(String.valueOf(book.get("id")))).isNotNull();
        assertThat(book)
                .containsEntry("title", "Nana")
                .containsEntry("language", "")
                .containsEntry("lent", false)
                .containsEntry("pages", 0);
    }

    @Test
    void created_object_is_found_changed_and_removed_by_id() {
        String id = String.valueOf(create(Map.of("title", "Nana")).get("id"));
        assertThat(respond(request("books_update", id, "", Map.of("lent", true))))
                .containsEntry("title", "Nana");
        var retrieve = request("books_retrieve", id, "", Map.of());
        assertThat(respond(retrieve)).containsEntry("lent", true);
        assertThat(state.isMissing(retrieve)).isFalse();
        assertThat(state.carryOut(request("books_destroy", id, "", Map.of()))).isEmpty();
        assertThat(state.isMissing(retrieve)).isTrue();
    }

    @Test
    void lists_have_the_properties_and_pages_of_the_contract() {
        var page = respond(request("books_list", "", "?language=en-1", Map.of()));
        assertThat(page).containsOnlyKeys("books", "next", "total");
        assertThat((List<?>) page.get("books"))
                .hasSize(5)
                .allSatisfy(book -> assertThat(MockExtensions.asMap(book)).containsEntry("language", "en-1"));
        assertThat(page).containsEntry("next", "http://host/shelves/a/books/?language=en-1&limit=5&offset=5");
    }

    @Test
    void change_invalidates_cached_lists() {
        var list = request("books_list", "", "", Map.of());
        var before = state.carryOut(list).orElseThrow();
        assertThat(state.carryOut(list).orElseThrow()).isSameAs(before);
        String id = String.valueOf(create(Map.of("title", "Nana")).get("id"));
        var longer = state.carryOut(list).orElseThrow().body();
        assertThat(longer).isNotEqualTo(before.body());
        state.carryOut(request("books_update", id, "", Map.of("title", "Germinal")));
        assertThat(state.carryOut(list).orElseThrow().body())
                .contains("Germinal")
                .isNotEqualTo(longer);
        state.carryOut(request("books_destroy", id, "", Map.of()));
        assertThat(state.carryOut(list).orElseThrow().body()).isEqualTo(before.body());
        create(Map.of("title", "La Terre"));
        state.reset();
        assertThat(state.carryOut(list).orElseThrow().body()).isEqualTo(before.body());
    }

    @Test
    void each_shelf_has_its_own_books() {
        var book = create(Map.of("title", "Nana"));
        var elsewhere = request("books_retrieve", String.valueOf(book.get("id")), "", Map.of())
                .withPath("shelf", "b");
        assertThat(state.isMissing(elsewhere)).isTrue();
        assertThat(state.seedIds(Map.of("shelf", "b"), "books"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(state.seedIds(Map.of("shelf", "a"), "books"));
    }

    @Test
    void reset_restores_exactly_the_seeds() {
        var seeds = state.seedIds(Map.of("shelf", "a"), "books");
        state.carryOut(request("books_destroy", seeds.get(0), "", Map.of()));
        create(Map.of());
        state.reset();
        assertThat(state.sortAndFilter(request("books_list", "", "", Map.of())))
                .extracting(StoredObject::id)
                .containsExactlyInAnyOrderElementsOf(seeds);
    }
}
