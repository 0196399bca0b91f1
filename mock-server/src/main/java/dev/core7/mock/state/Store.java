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
 * The objects that are kept, by shelf and id, oldest first, and what lists said of them since they last changed. A shelf is stocked with
 * its seeds when somebody first looks at it.
 */
public final class Store {
    private static final int MAX_REPLIES = 100;

    private final Function<Shelf, List<Kept>> seeds;
    private final Map<Shelf, Map<String, Kept>> shelves = new LinkedHashMap<>();
    private final Map<Action, Reply> replies = new HashMap<>();

    Store(Function<Shelf, List<Kept>> seeds) {
        this.seeds = seeds;
    }

    /** All objects of a shelf. */
    public List<Kept> all(Shelf shelf) {
        return List.copyOf(on(shelf).values());
    }

    /** The object of that id. */
    public Optional<Kept> find(Shelf shelf, String id) {
        return Optional.ofNullable(on(shelf).get(id));
    }

    /** Keeps an object in place of the one of the same id. */
    public void put(Shelf shelf, Kept object) {
        on(shelf).put(object.id(), object);
        replies.clear();
    }

    /** Forgets an object. */
    public void remove(Shelf shelf, String id) {
        on(shelf).remove(id);
        replies.clear();
    }

    /** Other shelves for the same kind of object. */
    public List<Shelf> others(Shelf shelf) {
        return shelves.keySet().stream()
                .filter(other -> other.resource().equals(shelf.resource()) && !other.equals(shelf))
                .toList();
    }

    /** Everything as it is now. */
    public Map<Shelf, List<Kept>> copy() {
        var copy = new LinkedHashMap<Shelf, List<Kept>>();
        shelves.forEach((shelf, objects) -> copy.put(shelf, new ArrayList<>(objects.values())));
        return copy;
    }

    /** Makes everything what it was. */
    public void restore(Map<Shelf, List<Kept>> copy) {
        shelves.clear();
        copy.forEach((shelf, objects) -> shelves.put(shelf, byId(objects)));
        replies.clear();
    }

    /** The reply to who only looks, the same again for as long as nothing changes. */
    Reply reply(Action action, Supplier<Reply> maker) {
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

    private Map<String, Kept> on(Shelf shelf) {
        var stocked = shelves.get(shelf);
        if (stocked == null) {
            stocked = byId(seeds.apply(shelf));
            shelves.put(shelf, stocked);
        }
        return stocked;
    }

    private static Map<String, Kept> byId(List<Kept> objects) {
        var byId = new LinkedHashMap<String, Kept>();
        objects.forEach(object -> byId.put(object.id(), object));
        return byId;
    }
}
