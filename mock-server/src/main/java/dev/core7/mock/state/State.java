package dev.core7.mock.state;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.state.OperationRole.Type;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The stored objects of a mock, which requests create and change as the contract allows. Thread-safe; a caller that checks
 * before it writes must hold this object's monitor.
 */
public final class State {
    private final Resources resources;
    private final Members members;
    private final InitialObjects initial;
    private final InstantSource clock;
    private final Function<String, Set<String>> moreFields;
    private final History history;
    private ObjectStore store;

    /**
     * Creates a state with its seeds.
     *
     * @param parentParameters the path parameters that lead to no object, such as {@code project_id}
     * @param seededAtStart the path parameters of parents that get their seeds at once, and so the same ids every time
     * @param seedFile the seeds that the user gives
     * @param moreFields operation id → request fields that are stored although the contract does not have them
     * @throws dev.core7.contract.InputException if the file of seeds does not fit the contract
     */
    public State(
            Contract contract,
            Set<String> parentParameters,
            List<Map<String, String>> seededAtStart,
            Optional<SeedFile> seedFile,
            InstantSource clock,
            Function<String, Set<String>> moreFields) {
        this.resources = new Resources(contract, parentParameters);
        this.members = new Members(resources.memberLists(contract));
        this.initial = new InitialObjects(resources, members, seedFile, seededAtStart, clock);
        this.clock = clock;
        this.moreFields = moreFields;
        this.history = new History(contract.operations(), resources);
        this.store = initial.store();
    }

    /** Resets all objects to the seeds. */
    public synchronized void reset() {
        history.clear();
        store = initial.store();
    }

    /** Returns the ids of the seeds with a parent, or of members, which all parents share, by the name of a fixture. */
    public synchronized List<String> seedIds(Map<String, String> parent, String fixture) {
        return initial.ids(parent, fixture, store);
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
    public CollectionKey collection(ObjectRequest request) {
        return role(request).resource().collection(request.pathParameters());
    }

    /** Returns the object that a request addresses, hidden or not; empty if it does not exist, or the request addresses none. */
    public synchronized Optional<StoredObject> object(ObjectRequest request) {
        return role(request)
                .resource()
                .id()
                .map(id -> request.pathParameters().get(id.name()))
                .flatMap(id -> SharedObjects.find(
                        store, collection(request), role(request).resource(), id));
    }

    /** Returns whether a request addresses an object that does not exist, or that is hidden from it. */
    public synchronized boolean isMissing(ObjectRequest request) {
        var role = role(request);
        boolean addressesObject = role.resource()
                .id()
                .filter(id -> request.pathParameters().containsKey(id.name()))
                .isPresent();
        return addressesObject
                && object(request)
                        .filter(object -> !isHidden(object, role, request.operation()))
                        .isEmpty();
    }

    /** Like PostHog, PUT does not find what a retrieval does not find. */
    private static boolean isHidden(StoredObject object, OperationRole role, Operation operation) {
        String from = operation.method().equals("PUT")
                ? Type.RETRIEVE.extensionName()
                : role.type().extensionName();
        return role.resource().hiding().entrySet().stream()
                .anyMatch(hiding ->
                        object.is(hiding.getKey()) && hiding.getValue().contains(from));
    }

    /** Returns why a request cannot be carried out although its object exists. */
    public synchronized Optional<StateError> error(ObjectRequest request) {
        var role = role(request);
        return switch (role.type()) {
            case LIST, LIST_MEMBERS ->
                Paging.isBroken(() -> sortAndFilter(request), request)
                        ? Optional.of(StateError.BROKEN_CURSOR)
                        : Optional.empty();
            case CREATE -> taken(request, () -> store.all(collection(request)));
            case UPDATE -> object(request).flatMap(object -> taken(request, () -> others(object, request)));
            case CHANGE_MEMBERS -> object(request).flatMap(object -> members.error(request));
            case INFO ->
                history.hasPage(request, collection(request), role)
                        ? Optional.empty()
                        : Optional.of(StateError.UNKNOWN_PAGE);
            default -> Optional.empty();
        };
    }

    /** Returns the error if a request changes the members of an object that may have none. */
    public synchronized Optional<StateError> errorBeforeBody(ObjectRequest request) {
        var role = role(request);
        return role.type() == Type.CHANGE_MEMBERS
                        && object(request)
                                .filter(object -> Members.memberType(role.resource(), object)
                                        .isEmpty())
                                .isPresent()
                ? Optional.of(StateError.UNMET_PRECONDITION)
                : Optional.empty();
    }

    /** Returns all objects of the collection that a request addresses, hidden or not. */
    public synchronized List<StoredObject> siblings(ObjectRequest request) {
        return store.all(collection(request));
    }

    private static Optional<StateError> taken(ObjectRequest request, Supplier<List<StoredObject>> others) {
        return ObjectFields.isTaken(request, others) ? Optional.of(StateError.NOT_UNIQUE) : Optional.empty();
    }

    private List<StoredObject> others(StoredObject object, ObjectRequest request) {
        return store.all(collection(request)).stream()
                .filter(other -> !other.id().equals(object.id()))
                .toList();
    }

    /** Carries out a request; empty if the response is the contract's example. */
    public synchronized Optional<StateResponse> carryOut(ObjectRequest request) {
        var role = role(request);
        var resource = role.resource();
        return switch (role.type()) {
            case LIST -> Optional.of(list(request));
            case CREATE -> Optional.of(create(request, resource));
            case RETRIEVE -> object(request).map(object -> StateResponse.json(ObjectRenderer.object(object, resource)));
            case UPDATE -> object(request).map(object -> update(object, request, resource));
            case DELETE -> remove(request);
            case LIST_MEMBERS -> object(request).map(object -> list(request));
            case CHANGE_MEMBERS -> {
                object(request).ifPresent(object -> changeMembers(object, request));
                yield StateResponse.observed(request.operation());
            }
            case INFO ->
                history.show(request, collection(request), role).or(() -> StateResponse.observed(request.operation()));
            case REFUSE -> Optional.empty();
        };
    }

    private StateResponse list(ObjectRequest request) {
        return store.cachedList(request, () -> render(page(request, sortAndFilter(request)), request));
    }

    /** Returns the objects on all pages of a list, in order. */
    public synchronized List<StoredObject> sortAndFilter(ObjectRequest request) {
        var role = role(request);
        var visible = role.type() == Type.LIST
                ? SharedObjects.all(store, collection(request), role.resource()).stream()
                        .filter(object -> !isHidden(object, role, request.operation()))
                        .toList()
                : object(request)
                        .map(object -> members.of(
                                object,
                                Resources.lastSegment(request.operation().path())))
                        .orElse(List.of());
        return sortAndFilter(request, visible);
    }

    /** Returns the objects on all pages of a list, in order, if these were the stored objects. */
    public List<StoredObject> sortAndFilter(ObjectRequest request, List<StoredObject> objects) {
        var role = role(request);
        var listing = ListOperation.of(request.operation());
        var sorted = role.type() == Type.LIST ? ListOrder.of(role.resource(), objects) : objects;
        return sorted.stream().filter(ListFilters.of(listing, request)).toList();
    }

    /** Returns the requested page. */
    public Page page(ObjectRequest request, List<StoredObject> all) {
        return Paging.page(all, ListOperation.of(request.operation()), request);
    }

    /** Renders a page as a response. */
    public StateResponse render(Page page, ObjectRequest request) {
        var role = role(request);
        return role.type() == Type.LIST
                ? ObjectRenderer.page(page, request, object -> ObjectRenderer.object(object, role.resource()))
                : ObjectRenderer.page(page, request, StoredObject::fields);
    }

    private StateResponse create(ObjectRequest request, Resource resource) {
        Object id = resource.isNumbered()
                ? (Object) initial.nextNumber()
                : UUID.randomUUID().toString();
        var object = created(request, resource, id);
        history.created(collection(request), object, resource, clock.instant());
        return put(object, request, resource);
    }

    private StateResponse update(StoredObject object, ObjectRequest request, Resource resource) {
        var updated = updated(object, request, resource);
        history.updated(collection(request), object, updated, resource, clock.instant());
        SharedObjects.take(store, collection(request), resource, object.id());
        return put(updated, request, resource);
    }

    private void changeMembers(StoredObject object, ObjectRequest request) {
        store.put(collection(request), members.withChanges(object, request));
        history.membersChanged(collection(request), object, request, clock.instant());
    }

    private StoredObject created(ObjectRequest request, Resource resource, Object id) {
        var fields = fields(request, resource);
        var object =
                new StoredObject(id.toString(), fields.written(fields.initial(id, clock.instant()), request), Map.of());
        return Members.memberType(resource, object).isEmpty() ? object : members.withChanges(object, request);
    }

    private StoredObject updated(StoredObject object, ObjectRequest request, Resource resource) {
        var fields = fields(request, resource);
        var written = fields.counted(fields.written(object.fields(), request), request);
        return object.withFields(fields.withUpdateTime(written, clock.instant()));
    }

    private ObjectFields fields(ObjectRequest request, Resource resource) {
        return new ObjectFields(resource, moreFields.apply(request.operation().id()));
    }

    private StateResponse put(StoredObject object, ObjectRequest request, Resource resource) {
        store.put(collection(request), object);
        return StateResponse.json(ObjectRenderer.written(object, resource));
    }

    private Optional<StateResponse> remove(ObjectRequest request) {
        object(request).ifPresent(object -> store.remove(collection(request), object.id()));
        return Optional.empty();
    }

    /** Returns what a request does, and to which kind of object. */
    private OperationRole role(ObjectRequest request) {
        return resources.role(request.operation()).orElseThrow();
    }
}
