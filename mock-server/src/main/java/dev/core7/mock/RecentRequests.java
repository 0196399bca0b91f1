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
 * WireMock's journal, bounded in number and in size: the oldest request makes room for the newest. WireMock's own limit walks the whole
 * journal twice for every request, and lets bodies be as large as they like. What the mock is asked about itself does not count.
 */
final class RecentRequests implements RequestJournalStore {
    private final int maxRequests;
    private final long maxBytes;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private long bytes;

    /** @param maxBytes of the bodies of all requests together; the newest is kept in any case */
    RecentRequests(int maxRequests, long maxBytes) {
        this.maxRequests = maxRequests;
        this.maxBytes = maxBytes;
    }

    /** Remembers a request as it is, until somebody asks for it. */
    synchronized void add(Served served) {
        remember(served, served);
    }

    @Override
    public synchronized void add(ServeEvent event) {
        if (!KitDoors.answered(event)) {
            remember(event.getId(), new Told(event));
        }
    }

    private void remember(Object key, Entry entry) {
        entries.put(key, entry);
        bytes += entry.bytes();
        var oldest = entries.entrySet().iterator();
        while (entries.size() > maxRequests || bytes > maxBytes && entries.size() > 1) {
            bytes -= oldest.next().getValue().bytes();
            oldest.remove();
        }
    }

    /** Newest first, as WireMock expects it. */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        List<ServeEvent> newestFirst =
                new ArrayList<>(entries.values().stream().map(Entry::event).toList());
        Collections.reverse(newestFirst);
        return newestFirst.stream();
    }

    @Override
    public synchronized void removeLast() {
        entries.keySet().stream().findFirst().ifPresent(this::forget);
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return key(id).map(key -> entries.get(key).event());
    }

    /** Completes a request that is still remembered; one that made room meanwhile stays forgotten. */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        entries.replace(id, new Told(event));
    }

    @Override
    public synchronized void remove(UUID id) {
        key(id).ifPresent(this::forget);
    }

    @Override
    public synchronized void clear() {
        entries.clear();
        bytes = 0;
    }

    private void forget(Object key) {
        bytes -= entries.remove(key).bytes();
    }

    /** Nobody knows the id of an event that was never asked for. */
    private Optional<Object> key(UUID id) {
        return entries.containsKey(id)
                ? Optional.of(id)
                : entries.entrySet().stream()
                        .filter(entry -> entry.getValue().hasId(id))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** A request and its answer. */
    interface Entry {
        ServeEvent event();

        boolean hasId(UUID id);

        /** How many bytes the body of the request has. */
        int bytes();
    }

    private record Told(ServeEvent event) implements Entry {
        @Override
        public boolean hasId(UUID id) {
            return event.getId().equals(id);
        }

        @Override
        public int bytes() {
            return event.getRequest().getBody().length;
        }
    }
}
