package dev.core7.mock.state;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.state.OperationRole.Verb;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The stored objects of a mock, which requests create and change as the contract allows. Thread-safe; a caller that checks
 * before it writes must hold this object's monitor.
 */
public final class State {
    private static final int FIRST_NUMBER = 101;

    private final Resources resources;
    private final Members members;
    private final Seeds seeds;
    private final List<Map<String, String>> seededAtStart;
    private final InstantSource clock;
    private final Map<CollectionKey, List<String>> seeded = new HashMap<>();
    private ObjectStore store;
    private int lastNumber;

    /**
     * Creates a state with its seeds.
     *
     * @param placeNames the path parameters that lead to no object, such as {@code project_id}
     * @param seededAtStart the path parameters of places that get their seeds at once, and so the same ids every time
     */
    public State(
            Contract contract, Set<String> placeNames, List<Map<String, String>> seededAtStart, InstantSource clock) {
        this.resources = new Resources(contract, placeNames);
        this.members = new Members(resources.memberLists(contract));
        this.seeds = new Seeds(members);
        this.seededAtStart = List.copyOf(seededAtStart);
        this.clock = clock;
        this.store = seededStore();
    }

    /** Resets all objects to the seeds. */
    public synchronized void reset() {
        store = seededStore();
    }

    private ObjectStore seededStore() {
        lastNumber = FIRST_NUMBER - 1;
        seeded.clear();
        var newStore = new ObjectStore(this::createSeeds);
        for (var place : seededAtStart) {
            resources.all().stream()
                    .filter(resource -> place.keySet().containsAll(resource.placeNames()))
                    .forEach(resource -> newStore.all(resource.collection(place)));
        }
        return newStore;
    }

    private List<StoredObject> createSeeds(CollectionKey collection) {
        var objects = resource(collection.resource())
                .map(resource -> seeds.of(resource, collection, () -> ++lastNumber))
                .orElse(List.of());
        seeded.put(collection, objects.stream().map(StoredObject::id).toList());
        return objects;
    }

    private Optional<Resource> resource(String name) {
        return resources.all().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst();
    }

    /** Returns the ids of the seeds of a place, or of members, which all places share, by the name of a fixture. */
    public synchronized List<String> seeded(Map<String, String> place, String fixture) {
        var resource = resources.all().stream()
                .filter(each -> each.fixture().equals(fixture))
                .findFirst();
        if (resource.isEmpty()) {
            return members.ids(fixture);
        }
        var collection = resource.get().collection(place);
        store.all(collection);
        return seeded.getOrDefault(collection, List.of());
    }

    /** Returns the store, through which a fault can change objects directly. */
    public ObjectStore store() {
        return store;
    }

    /** Returns whether an operation deals with stored objects. */
    public boolean knows(Operation operation) {
        return resources.role(operation).isPresent();
    }

    /** Returns the collection that a request addresses. */
    public CollectionKey collection(Action action) {
        return role(action).resource().collection(action.path());
    }

    /** Returns the object that a request addresses, hidden or not; empty if it does not exist, or the request addresses none. */
    public synchronized Optional<StoredObject> object(Action action) {
        return role(action)
                .resource()
                .id()
                .map(id -> action.path().get(id.name()))
                .flatMap(id -> store.find(collection(action), id));
    }

    /** Returns whether a request addresses an object that does not exist, or that is hidden from it. */
    public synchronized boolean isMissing(Action action) {
        var role = role(action);
        boolean addressesObject = role.resource()
                .id()
                .filter(id -> action.path().containsKey(id.name()))
                .isPresent();
        return addressesObject
                && object(action).filter(object -> !isHidden(object, role)).isEmpty();
    }

    private static boolean isHidden(StoredObject object, OperationRole role) {
        return role.resource().hiding().entrySet().stream()
                .anyMatch(hiding -> object.is(hiding.getKey())
                        && hiding.getValue().contains(role.verb().extensionName()));
    }

    /** Returns why a request cannot be carried out although its object exists. */
    public synchronized Optional<StateError> error(Action action) {
        var role = role(action);
        return switch (role.verb()) {
            case LIST, LIST_MEMBERS ->
                Paging.isBroken(() -> matching(action), action)
                        ? Optional.of(StateError.BROKEN_CURSOR)
                        : Optional.empty();
            case CREATE -> wrongKind(() -> created(action, role.resource(), ""), action);
            case UPDATE ->
                object(action).flatMap(object -> wrongKind(() -> updated(object, action, role.resource()), action));
            case CHANGE_MEMBERS -> object(action).flatMap(object -> error(object, action, role.resource()));
            default -> Optional.empty();
        };
    }

    private static Optional<StateError> wrongKind(Supplier<StoredObject> object, Action action) {
        return ObjectFields.hasNeededKind(object, action) ? Optional.empty() : Optional.of(StateError.WRONG_KIND);
    }

    private Optional<StateError> error(StoredObject object, Action action, Resource resource) {
        return Members.admitted(resource, object).isEmpty()
                ? Optional.of(StateError.WRONG_KIND)
                : members.error(action);
    }

    /** Carries out a request; empty if the response is the contract's example. */
    public synchronized Optional<StateResponse> respond(Action action) {
        var role = role(action);
        var resource = role.resource();
        return switch (role.verb()) {
            case LIST -> Optional.of(list(action));
            case CREATE -> Optional.of(create(action, resource));
            case RETRIEVE -> object(action).map(object -> StateResponse.json(ObjectRenderer.object(object, resource)));
            case UPDATE -> object(action).map(object -> put(updated(object, action, resource), action, resource));
            case DELETE -> remove(action);
            case LIST_MEMBERS -> object(action).map(object -> list(action));
            case CHANGE_MEMBERS -> {
                object(action).ifPresent(object -> store.put(collection(action), members.changed(object, action)));
                yield observedBody(action);
            }
            case INFO -> observedBody(action);
            case REFUSE -> Optional.empty();
        };
    }

    private StateResponse list(Action action) {
        return store.cachedList(action, () -> show(page(action, matching(action)), action));
    }

    /** Returns the objects on all pages of a list, in order. */
    public synchronized List<StoredObject> matching(Action action) {
        var role = role(action);
        var visible = role.verb() == Verb.LIST
                ? store.all(collection(action)).stream()
                        .filter(object -> !isHidden(object, role))
                        .toList()
                : object(action)
                        .map(object -> members.of(
                                object, Resources.lastSegment(action.operation().path())))
                        .orElse(List.of());
        return matching(action, visible);
    }

    /** Returns the objects on all pages of a list, in order, if these were the stored objects. */
    public List<StoredObject> matching(Action action, List<StoredObject> objects) {
        var role = role(action);
        var listing = ListOperation.of(action.operation());
        var sorted = role.verb() == Verb.LIST ? ListOrder.of(role.resource(), objects) : objects;
        return sorted.stream().filter(ListFilters.of(listing, action)).toList();
    }

    /** Returns the requested page. */
    public Page page(Action action, List<StoredObject> all) {
        return Paging.page(all, ListOperation.of(action.operation()), action);
    }

    /** Renders a page as a response. */
    public StateResponse show(Page page, Action action) {
        var role = role(action);
        return role.verb() == Verb.LIST
                ? ObjectRenderer.page(page, action, object -> ObjectRenderer.object(object, role.resource()))
                : ObjectRenderer.page(page, action, StoredObject::fields);
    }

    private StateResponse create(Action action, Resource resource) {
        Object id = resource.isNumbered() ? ++lastNumber : UUID.randomUUID().toString();
        return put(created(action, resource, id), action, resource);
    }

    private StoredObject created(Action action, Resource resource, Object id) {
        var fields = new ObjectFields(resource);
        var object =
                new StoredObject(id.toString(), fields.written(fields.initial(id, clock.instant()), action), Map.of());
        return Members.admitted(resource, object).isEmpty() ? object : members.changed(object, action);
    }

    private StoredObject updated(StoredObject object, Action action, Resource resource) {
        var fields = new ObjectFields(resource);
        return object.withFields(fields.withUpdateTime(fields.written(object.fields(), action), clock.instant()));
    }

    private StateResponse put(StoredObject object, Action action, Resource resource) {
        store.put(collection(action), object);
        return StateResponse.json(ObjectRenderer.written(object, resource));
    }

    private Optional<StateResponse> remove(Action action) {
        object(action).ifPresent(object -> store.remove(collection(action), object.id()));
        return Optional.empty();
    }

    /** Returns the body that PostHog sends if the documentation shows none. */
    private static Optional<StateResponse> observedBody(Action action) {
        return action.operation()
                .success()
                .observed()
                .map(schema -> StateResponse.json(MockExtensions.initial(schema)));
    }

    /** Returns what a request does, and to which kind of object. */
    private OperationRole role(Action action) {
        return resources.role(action.operation()).orElseThrow();
    }
}
