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
 * The objects that are kept, by collection and id, oldest first, and what lists said of them since they last changed. A collection is stocked with
 * its seeds when somebody first looks at it.
 */
public final class ObjectStore {
    private static final int MAX_REPLIES = 100;

    private final Function<CollectionKey, List<StoredObject>> seeds;
    private final Map<CollectionKey, Map<String, StoredObject>> collections = new LinkedHashMap<>();
    private final Map<Action, StateResponse> replies = new HashMap<>();

    ObjectStore(Function<CollectionKey, List<StoredObject>> seeds) {
        this.seeds = seeds;
    }

    /** All objects of a collection. */
    public List<StoredObject> all(CollectionKey collection) {
        return List.copyOf(on(collection).values());
    }

    /** The object of that id. */
    public Optional<StoredObject> find(CollectionKey collection, String id) {
        return Optional.ofNullable(on(collection).get(id));
    }

    /** Keeps an object in place of the one of the same id. */
    public void put(CollectionKey collection, StoredObject object) {
        on(collection).put(object.id(), object);
        replies.clear();
    }

    /** Forgets an object. */
    public void remove(CollectionKey collection, String id) {
        on(collection).remove(id);
        replies.clear();
    }

    /** Other collections for the same kind of object. */
    public List<CollectionKey> others(CollectionKey collection) {
        return collections.keySet().stream()
                .filter(other -> other.resource().equals(collection.resource()) && !other.equals(collection))
                .toList();
    }

    /** Everything as it is now. */
    public Map<CollectionKey, List<StoredObject>> copy() {
        var copy = new LinkedHashMap<CollectionKey, List<StoredObject>>();
        collections.forEach((collection, objects) -> copy.put(collection, new ArrayList<>(objects.values())));
        return copy;
    }

    /** Makes everything what it was. */
    public void restore(Map<CollectionKey, List<StoredObject>> copy) {
        collections.clear();
        copy.forEach((collection, objects) -> collections.put(collection, byId(objects)));
        replies.clear();
    }

    /** The reply to who only looks, the same again for as long as nothing changes. */
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
