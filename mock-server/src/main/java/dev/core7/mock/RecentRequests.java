package dev.core7.mock;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * WireMock's journal, bounded: the oldest request makes room for the newest. WireMock's own limit walks the whole
 * journal twice for every request. What the mock is asked about itself does not count.
 */
final class RecentRequests implements RequestJournalStore {
    private final Map<UUID, ServeEvent> events;

    RecentRequests(int limit) {
        this.events = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, ServeEvent> eldest) {
                return size() > limit;
            }
        };
    }

    @Override
    public synchronized void add(ServeEvent event) {
        if (!KitDoors.answered(event)) {
            events.put(event.getId(), event);
        }
    }

    /** Newest first, as WireMock expects it. */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        List<ServeEvent> newestFirst = new ArrayList<>(events.values());
        Collections.reverse(newestFirst);
        return newestFirst.stream();
    }

    @Override
    public synchronized void removeLast() {
        events.keySet().stream().findFirst().ifPresent(events::remove);
    }

    @Override
    public synchronized Stream<UUID> getAllKeys() {
        return List.copyOf(events.keySet()).stream();
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return Optional.ofNullable(events.get(id));
    }

    /** Completes a request that is still remembered; one that made room meanwhile stays forgotten. */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        events.replace(id, event);
    }

    @Override
    public synchronized void remove(UUID id) {
        events.remove(id);
    }

    @Override
    public synchronized void clear() {
        events.clear();
    }
}
