package dev.core7.mock.state;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills stores with the initial objects: those of the user's file, else those that follow from the contract. */
final class InitialObjects {
    private final Resources resources;
    private final Members members;
    private final Seeds seeds;
    private final Map<CollectionKey, List<SeedFile.SeedObject>> given;
    private final List<Map<String, String>> parentsAtStart;
    private final InstantSource clock;
    private final Numbers numbers = new Numbers();
    private final Map<CollectionKey, List<String>> ids = new HashMap<>();

    /**
     * Creates a source of initial objects.
     *
     * @param parentsAtStart the path parameters of parents that get their objects at once, and so the same ids every time
     * @throws dev.core7.contract.InputException if the file of seeds does not fit the contract
     */
    InitialObjects(
            Resources resources,
            Members members,
            Optional<SeedFile> seedFile,
            List<Map<String, String>> parentsAtStart,
            InstantSource clock) {
        this.resources = resources;
        this.members = members;
        this.seeds = new Seeds(members);
        this.given = seedFile.map(file -> file.objects(resources, members)).orElse(Map.of());
        this.parentsAtStart = List.copyOf(parentsAtStart);
        this.clock = clock;
    }

    /** Returns a new store with the initial objects, whose ids start again. */
    ObjectStore store() {
        numbers.reset();
        ids.clear();
        var store = new ObjectStore(this::create);
        for (var parent : parentsAtStart) {
            resources.all().stream()
                    .filter(resource -> parent.keySet().containsAll(resource.parentParameters()))
                    .forEach(resource -> store.all(resource.collection(parent)));
        }
        return store;
    }

    private List<StoredObject> create(CollectionKey collection) {
        var objects = resources.all().stream()
                .filter(resource -> resource.name().equals(collection.resource()))
                .findFirst()
                .map(resource -> seeds.of(
                        resource, collection, numbers, Optional.ofNullable(given.get(collection)), clock.instant()))
                .orElse(List.of());
        ids.put(collection, objects.stream().map(StoredObject::id).toList());
        return objects;
    }

    /** Returns the ids of the initial objects with a parent, or of members, which all parents share, by the name of a fixture. */
    List<String> ids(Map<String, String> parent, String fixture, ObjectStore store) {
        var resource = resources.all().stream()
                .filter(each -> each.fixture().equals(fixture))
                .findFirst();
        if (resource.isEmpty()) {
            return members.ids(fixture);
        }
        var collection = resource.get().collection(parent);
        store.all(collection);
        return ids.getOrDefault(collection, List.of());
    }

    /** Returns a number that is not the id of an object. */
    int nextNumber() {
        return numbers.next();
    }
}
