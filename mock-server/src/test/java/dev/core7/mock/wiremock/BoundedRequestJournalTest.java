package dev.core7.mock.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedRequestJournalTest {
    /** Requests as WireMock remembers them, the oldest first. */
    private static List<ServeEvent> events(String... bodies) {
        try (var mock = MockServer.start(ContractReader.bundled())) {
            for (String body : bodies) {
                Client.of(mock).body(body).send("POST", "/nowhere");
            }
            var newestFirst = mock.wireMock().getAllServeEvents();
            return newestFirst.stream()
                    .sorted((a, b) -> newestFirst.indexOf(b) - newestFirst.indexOf(a))
                    .toList();
        }
    }

    private static List<String> bodies(BoundedRequestJournal journal) {
        return journal.getAll()
                .map(event -> event.getRequest().getBodyAsString())
                .toList();
    }

    @Test
    void forgets_the_oldest_where_there_are_too_many() {
        var journal = new BoundedRequestJournal(2, 1_000);
        events("a", "b", "c").forEach(journal::add);
        assertThat(bodies(journal)).containsExactly("c", "b");
    }

    @Test
    void forgets_the_oldest_where_they_are_too_large_together() {
        var journal = new BoundedRequestJournal(100, 10);
        events("aaaa", "bbbb", "cccc").forEach(journal::add);
        assertThat(bodies(journal)).containsExactly("cccc", "bbbb");
    }

    @Test
    void remembers_the_newest_however_large_it_is() {
        var journal = new BoundedRequestJournal(100, 10);
        events("a", "b".repeat(50)).forEach(journal::add);
        assertThat(bodies(journal)).containsExactly("b".repeat(50));
    }

    @Test
    void has_room_again_after_one_was_removed() {
        var journal = new BoundedRequestJournal(100, 10);
        var events = events("aaaa", "bbbb", "cccc");
        journal.add(events.get(0));
        journal.add(events.get(1));
        journal.remove(events.get(0).getId());
        journal.add(events.get(2));
        assertThat(bodies(journal)).containsExactly("cccc", "bbbb");
        journal.clear();
        events.subList(0, 2).forEach(journal::add);
        assertThat(bodies(journal)).containsExactly("bbbb", "aaaa");
    }
}
