package dev.core7.mock.state;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
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
     * @param numbers supplies numeric ids
     */
    List<StoredObject> of(Resource resource, CollectionKey collection, Supplier<Integer> numbers) {
        return resource.schema().filter(MockExtensions::isSeededByExamples).isPresent()
                ? resource.listed().stream().map(Seeds::example).toList()
                : variations(resource, collection, numbers);
    }

    private static StoredObject example(Map<String, @Nullable Object> fields) {
        return new StoredObject(String.valueOf(fields.get(ObjectFields.ID)), fields, Map.of());
    }

    private List<StoredObject> variations(Resource resource, CollectionKey collection, Supplier<Integer> numbers) {
        var rows = new ArrayList<StoredObject>();
        for (int row = 0; row < rows(resource); row++) {
            Object id = resource.isNumbered()
                    ? numbers.get()
                    : uuid(collection.resource() + " " + collection.parent() + " " + row);
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
