package dev.core7.mock.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.ContractReader;
import dev.core7.mock.Client;
import dev.core7.mock.MockServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedRequestJournalTest {
    /** Returns one event of WireMock for each body, the oldest first. */
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
    void removes_the_oldest_if_there_are_too_many() {
        var journal = new BoundedRequestJournal(2, 1_000);
        events("a", "b", "c").forEach(journal::add);
        assertThat(bodies(journal)).containsExactly("c", "b");
    }

    @Test
    void removes_the_oldest_if_the_total_size_is_too_large() {
        var journal = new BoundedRequestJournal(100, 10);
        events("aaaa", "bbbb", "cccc").forEach(journal::add);
        assertThat(bodies(journal)).containsExactly("cccc", "bbbb");
    }

    @Test
    void keeps_the_newest_regardless_of_its_size() {
        var journal = new BoundedRequestJournal(100, 10);
        events("a", "b".repeat(50)).forEach(journal::add);
        assertThat(bodies(journal)).containsExactly("b".repeat(50));
    }

    @Test
    void removal_frees_space() {
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
