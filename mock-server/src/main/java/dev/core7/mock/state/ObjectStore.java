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
    private static final int MAX_CACHED_LISTS = 100;

    private final Function<CollectionKey, List<StoredObject>> seeds;
    private final Map<CollectionKey, Map<String, StoredObject>> collections = new LinkedHashMap<>();
    private final Map<ObjectRequest, StateResponse> cachedLists = new HashMap<>();

    ObjectStore(Function<CollectionKey, List<StoredObject>> seeds) {
        this.seeds = seeds;
    }

    /** Returns all objects of a collection. */
    public List<StoredObject> all(CollectionKey collection) {
        return List.copyOf(objects(collection).values());
    }

    /** Returns the object with an id. */
    public Optional<StoredObject> find(CollectionKey collection, String id) {
        return Optional.ofNullable(objects(collection).get(id));
    }

    /** Adds an object, or replaces the one with the same id. */
    public void put(CollectionKey collection, StoredObject object) {
        objects(collection).put(object.id(), object);
        cachedLists.clear();
    }

    /** Removes an object. */
    public void remove(CollectionKey collection, String id) {
        objects(collection).remove(id);
        cachedLists.clear();
    }

    /** Returns the collections of the same kind of object with other parents. */
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
        cachedLists.clear();
    }

    /** Returns the cached response to a list request, which is created if there is none. */
    StateResponse cachedList(ObjectRequest request, Supplier<StateResponse> creator) {
        var response = cachedLists.get(request);
        if (response == null) {
            response = creator.get();
            if (cachedLists.size() == MAX_CACHED_LISTS) {
                cachedLists.clear();
            }
            cachedLists.put(request, response);
        }
        return response;
    }

    private Map<String, StoredObject> objects(CollectionKey collection) {
        var objects = collections.get(collection);
        if (objects == null) {
            objects = byId(seeds.apply(collection));
            collections.put(collection, objects);
            cachedLists.clear();
        }
        return objects;
    }

    private static Map<String, StoredObject> byId(List<StoredObject> objects) {
        var byId = new LinkedHashMap<String, StoredObject>();
        objects.forEach(object -> byId.put(object.id(), object));
        return byId;
    }
}
