package dev.core7.mock;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayDeque;
import java.util.Deque;
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
    private final Deque<Entry> newestFirst = new ArrayDeque<>();
    private long bytes;

    /** @param maxBytes of the bodies of all requests together; the newest is kept in any case */
    RecentRequests(int maxRequests, long maxBytes) {
        this.maxRequests = maxRequests;
        this.maxBytes = maxBytes;
    }

    /** Remembers a request as it is, until somebody asks for it. */
    synchronized void add(Served served) {
        remember(served);
    }

    @Override
    public synchronized void add(ServeEvent event) {
        if (!KitDoors.answered(event)) {
            remember(new Told(event));
        }
    }

    private void remember(Entry entry) {
        newestFirst.addFirst(entry);
        bytes += entry.bytes();
        while (newestFirst.size() > maxRequests || bytes > maxBytes && newestFirst.size() > 1) {
            bytes -= newestFirst.removeLast().bytes();
        }
    }

    /** Newest first, as WireMock expects it. */
    @Override
    public synchronized Stream<ServeEvent> getAll() {
        return newestFirst.stream().map(Entry::event).toList().stream();
    }

    @Override
    public synchronized void removeLast() {
        if (!newestFirst.isEmpty()) {
            bytes -= newestFirst.removeLast().bytes();
        }
    }

    @Override
    public Stream<UUID> getAllKeys() {
        return getAll().map(ServeEvent::getId);
    }

    @Override
    public synchronized Optional<ServeEvent> get(UUID id) {
        return find(id).map(Entry::event);
    }

    /** Completes a request that is still remembered; one that made room meanwhile stays forgotten. */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        find(id).filter(Told.class::isInstance).map(Told.class::cast).ifPresent(told -> told.event = event);
    }

    @Override
    public synchronized void remove(UUID id) {
        find(id).ifPresent(entry -> {
            newestFirst.remove(entry);
            bytes -= entry.bytes();
        });
    }

    @Override
    public synchronized void clear() {
        newestFirst.clear();
        bytes = 0;
    }

    /** Asked for in the middle of a request, when it is among the newest. */
    private Optional<Entry> find(UUID id) {
        return newestFirst.stream().filter(entry -> entry.hasId(id)).findFirst();
    }

    /** A request and its answer. */
    interface Entry {
        ServeEvent event();

        boolean hasId(UUID id);

        /** How many bytes the body of the request has. */
        int bytes();
    }

    /** What WireMock itself tells, and tells again once it is complete. */
    private static final class Told implements Entry {
        private ServeEvent event;

        Told(ServeEvent event) {
            this.event = event;
        }

        @Override
        public ServeEvent event() {
            return event;
        }

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
