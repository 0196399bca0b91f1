package dev.core7.mock.state;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the objects that requests below other parents reach too, such as annotations of a whole organization in its other projects.
 * The parents of a mock belong to one organization.
 */
final class SharedObjects {
    private SharedObjects() {}

    /** Returns whether an object with these fields is shared. */
    static boolean isShared(Resource resource, Map<String, @Nullable Object> fields) {
        return resource.schema().filter(schema -> schema.isShared(fields)).isPresent();
    }

    /** Returns the objects of a collection, and the shared ones of others. */
    static List<StoredObject> all(ObjectStore store, CollectionKey collection, Resource resource) {
        var own = store.all(collection);
        return isPossible(resource)
                ? Stream.concat(own.stream(), ofOthers(store, collection, resource))
                        .toList()
                : own;
    }

    /** Returns the object with an id in a collection, otherwise the shared one of another. */
    static Optional<StoredObject> find(ObjectStore store, CollectionKey collection, Resource resource, String id) {
        var own = store.find(collection, id);
        return own.isPresent() || !isPossible(resource)
                ? own
                : ofOthers(store, collection, resource)
                        .filter(object -> object.id().equals(id))
                        .findFirst();
    }

    /** Removes a shared object from the other collections if it is not in this one: PostHog moves it with an update. */
    static void take(ObjectStore store, CollectionKey collection, Resource resource, String id) {
        if (isPossible(resource) && store.find(collection, id).isEmpty()) {
            store.others(collection).stream()
                    .filter(other -> store.find(other, id)
                            .filter(object -> isShared(resource, object.fields()))
                            .isPresent())
                    .findFirst()
                    .ifPresent(other -> store.remove(other, id));
        }
    }

    private static boolean isPossible(Resource resource) {
        return resource.schema()
                .filter(schema -> !MockExtensions.sharedIf(schema).isEmpty())
                .isPresent();
    }

    private static Stream<StoredObject> ofOthers(ObjectStore store, CollectionKey collection, Resource resource) {
        return store.others(collection).stream()
                .flatMap(other -> store.all(other).stream())
                .filter(object -> isShared(resource, object.fields()));
    }
}
