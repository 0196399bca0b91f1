package dev.core7.mock.state;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stored objects by collection and id, oldest first, and a cache of list responses, which each change clears. A collection gets
 * its seeds on first access.
 */
public final class ObjectStore {
    private static final int MAX_REPLIES = 100;

    private final Function<CollectionKey, List<StoredObject>> seeds;
    private final Map<CollectionKey, Map<String, StoredObject>> collections = new LinkedHashMap<>();
    private final Map<Action, StateResponse> replies = new HashMap<>();

    ObjectStore(Function<CollectionKey, List<StoredObject>> seeds) {
        this.seeds = seeds;
    }

    /** Returns all objects of a collection. */
    public List<StoredObject> all(CollectionKey collection) {
        return List.copyOf(on(collection).values());
    }

    /** Returns the object with an id. */
    public Optional<StoredObject> find(CollectionKey collection, String id) {
        return Optional.ofNullable(on(collection).get(id));
    }

    /** Adds an object, or replaces the one with the same id. */
    public void put(CollectionKey collection, StoredObject object) {
        on(collection).put(object.id(), object);
        replies.clear();
    }

    /** Removes an object. */
    public void remove(CollectionKey collection, String id) {
        on(collection).remove(id);
        replies.clear();
    }

    /** Returns the collections of the same kind of object in other places. */
    public List<CollectionKey> others(CollectionKey collection) {
        return collections.keySet().stream()
                .filter(other -> other.resource().equals(collection.resource()) && !other.equals(collection))
                .toList();
    }

    /** Returns a copy of all objects. */
    public Map<CollectionKey, List<StoredObject>> copy() {
        var copy = new LinkedHashMap<CollectionKey, List<StoredObject>>();
        collections.forEach((collection, objects) -> copy.put(collection, new ArrayList<>(objects.values())));
        return copy;
    }

    /** Restores a copy. */
    public void restore(Map<CollectionKey, List<StoredObject>> copy) {
        collections.clear();
        copy.forEach((collection, objects) -> collections.put(collection, byId(objects)));
        replies.clear();
    }

    /** Returns the cached response to a read, which is created if there is none. */
    StateResponse reply(Action action, Supplier<StateResponse> maker) {
        var known = replies.get(action);
        if (known == null) {
            known = maker.get();
            if (replies.size() == MAX_REPLIES) {
                replies.clear();
            }
            replies.put(action, known);
        }
        return known;
    }

    private Map<String, StoredObject> on(CollectionKey collection) {
        var stocked = collections.get(collection);
        if (stocked == null) {
            stocked = byId(seeds.apply(collection));
            collections.put(collection, stocked);
        }
        return stocked;
    }

    private static Map<String, StoredObject> byId(List<StoredObject> objects) {
        var byId = new LinkedHashMap<String, StoredObject>();
        objects.forEach(object -> byId.put(object.id(), object));
        return byId;
    }
}
