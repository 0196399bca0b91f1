package dev.core7.mock.state;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Creates the seeds, which are the initial objects of a collection: variations of the contract's example. */
final class Seeds {
    private static final int ROWS = 12;
    private static final int UNSEEN = 4;
    private static final int SMALL_PAGE = 10;

    private final Members members;

    Seeds(Members members) {
        this.members = members;
    }

    /** Returns a UUID that is the same at each start. */
    static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /**
     * Returns the seeds of a collection.
     *
     * @param given the objects that the user gives; empty: they are derived from the contract
     */
    List<StoredObject> of(
            Resource resource,
            CollectionKey collection,
            Numbers numbers,
            Optional<List<SeedFile.SeedObject>> given,
            Instant now) {
        if (given.isPresent()) {
            return given(resource, collection, numbers, given.get(), now);
        }
        return resource.schema().filter(MockExtensions::isSeededByExamples).isPresent()
                ? resource.listed().stream().map(Seeds::example).toList()
                : variations(resource, collection, numbers);
    }

    private static StoredObject example(Map<String, @Nullable Object> fields) {
        return new StoredObject(String.valueOf(fields.get(ObjectFields.ID)), fields, Map.of());
    }

    private static List<StoredObject> given(
            Resource resource,
            CollectionKey collection,
            Numbers numbers,
            List<SeedFile.SeedObject> objects,
            Instant now) {
        objects.stream()
                .map(object -> object.fields().get(ObjectFields.ID))
                .filter(Integer.class::isInstance)
                .forEach(id -> numbers.skip((Integer) id));
        var fields = new ObjectFields(resource, Set.of());
        var rows = new ArrayList<StoredObject>();
        for (SeedFile.SeedObject object : objects) {
            var known = object.fields().get(ObjectFields.ID);
            Object id = known == null ? newId(resource, collection, numbers, rows.size()) : known;
            rows.add(new StoredObject(
                    id.toString(), fields.given(fields.initial(id, now), object.fields()), object.members()));
        }
        return rows;
    }

    private static Object newId(Resource resource, CollectionKey collection, Numbers numbers, int row) {
        return resource.isNumbered()
                ? (Object) numbers.next()
                : uuid(collection.resource() + " " + collection.parent() + " " + row);
    }

    private List<StoredObject> variations(Resource resource, CollectionKey collection, Numbers numbers) {
        var rows = new ArrayList<StoredObject>();
        for (int row = 0; row < rows(resource); row++) {
            Object id = newId(resource, collection, numbers, row);
            var seed = new StoredObject(id.toString(), new SeedFactory(resource, row).create(id, rows), Map.of());
            int number = row;
            rows.add(Members.memberType(resource, seed)
                    .map(name -> seed.withMembers(name, members.some(name, number)))
                    .orElse(seed));
        }
        return rows;
    }

    /** Returns the number of seeds: enough for three small pages; few if no response shows the objects. */
    private static int rows(Resource resource) {
        if (resource.fields().isEmpty()) {
            return UNSEEN;
        }
        int size = resource.listParameters().stream()
                .mapToInt(parameter -> MockExtensions.pageSize(parameter.schema()))
                .min()
                .orElse(ROWS);
        return size <= SMALL_PAGE ? 2 * ROWS : ROWS;
    }
}
