package dev.core7.mock.state;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The objects that are kept, by shelf and id, oldest first. A shelf is stocked with its seeds when somebody first looks at it. */
public final class Store {
    private final Function<Shelf, List<Kept>> seeds;
    private final Map<Shelf, Map<String, Kept>> shelves = new LinkedHashMap<>();

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
    }

    /** Forgets an object. */
    public void remove(Shelf shelf, String id) {
        on(shelf).remove(id);
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
