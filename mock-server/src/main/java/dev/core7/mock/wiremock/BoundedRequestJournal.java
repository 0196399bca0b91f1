package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * WireMock's request journal with limits on the number and size of requests; the oldest are removed first. WireMock's own limit
 * scans the journal twice for each request and does not limit bodies. Requests to the mock's own endpoints are not recorded.
 */
public final class BoundedRequestJournal implements RequestJournalStore {
    private final int maxRequests;
    private final long maxBytes;
    private final Deque<Entry> newestFirst = new ArrayDeque<>();
    private long bytes;

    /**
     * Creates an empty journal.
     *
     * @param maxBytes the maximum total size of all request bodies; the newest request is kept in any case
     */
    public BoundedRequestJournal(int maxRequests, long maxBytes) {
        this.maxRequests = maxRequests;
        this.maxBytes = maxBytes;
    }

    /** Records a request whose event is created on demand. */
    public synchronized void add(Entry entry) {
        addFirst(entry);
    }

    @Override
    public synchronized void add(ServeEvent event) {
        if (!KitEndpoints.isKitRequest(event)) {
            addFirst(new WireMockEntry(event));
        }
    }

    private void addFirst(Entry entry) {
        newestFirst.addFirst(entry);
        bytes += entry.bytes();
        while (newestFirst.size() > maxRequests || bytes > maxBytes && newestFirst.size() > 1) {
            bytes -= newestFirst.removeLast().bytes();
        }
    }

    /** Returns the events newest first, as WireMock expects. */
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

    /** Completes a recorded event; an event that was removed meanwhile stays removed. */
    @Override
    public synchronized void put(UUID id, ServeEvent event) {
        find(id).filter(WireMockEntry.class::isInstance)
                .map(WireMockEntry.class::cast)
                .ifPresent(entry -> entry.event = event);
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

    /** Finds an entry from the newest on: WireMock calls this while it handles the request. */
    private Optional<Entry> find(UUID id) {
        return newestFirst.stream().filter(entry -> entry.hasId(id)).findFirst();
    }

    /** A recorded request and its response. */
    public interface Entry {
        /** Returns the event, which is created on demand. */
        ServeEvent event();

        /** Returns whether an event with this id was created. */
        boolean hasId(UUID id);

        /** Returns the size of the request body. */
        int bytes();
    }

    /** An event that WireMock adds, and replaces once it is complete. */
    private static final class WireMockEntry implements Entry {
        private ServeEvent event;

        WireMockEntry(ServeEvent event) {
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
