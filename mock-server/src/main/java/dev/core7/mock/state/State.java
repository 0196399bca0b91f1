package dev.core7.mock.state;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.state.Part.Verb;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What the mock keeps: the objects of the contract, made and changed as requests say and the contract allows. One request
 * at a time: whoever looks before it acts holds this object's monitor meanwhile.
 */
public final class State {
    private static final int FIRST_NUMBER = 101;

    private final Resources resources;
    private final Members members;
    private final Seeds seeds;
    private final List<Map<String, String>> stocked;
    private final InstantSource clock;
    private final Map<Shelf, List<String>> seeded = new HashMap<>();
    private Store store;
    private int lastNumber;

    /**
     * A state with its seeds.
     *
     * @param placeNames the path parameters that lead to no object, such as {@code project_id}
     * @param stocked the places, parameter by parameter, that have their seeds at once, and so the same ids every time
     */
    public State(Contract contract, Set<String> placeNames, List<Map<String, String>> stocked, InstantSource clock) {
        this.resources = new Resources(contract, placeNames);
        this.members = new Members(resources.memberLists(contract));
        this.seeds = new Seeds(members);
        this.stocked = List.copyOf(stocked);
        this.clock = clock;
        this.store = stock();
    }

    /** Forgets everything but the seeds. */
    public synchronized void reset() {
        store = stock();
    }

    private Store stock() {
        lastNumber = FIRST_NUMBER - 1;
        seeded.clear();
        var fresh = new Store(this::seeds);
        for (var place : stocked) {
            resources.all().stream()
                    .filter(resource -> place.keySet().containsAll(resource.placeNames()))
                    .forEach(resource -> fresh.all(resource.shelf(place)));
        }
        return fresh;
    }

    private List<Kept> seeds(Shelf shelf) {
        var grown = resource(shelf.resource())
                .map(resource -> seeds.of(resource, shelf, () -> ++lastNumber))
                .orElse(List.of());
        seeded.put(shelf, grown.stream().map(Kept::id).toList());
        return grown;
    }

    private Optional<Resource> resource(String name) {
        return resources.all().stream()
                .filter(resource -> resource.name().equals(name))
                .findFirst();
    }

    /** The ids with which a place was seeded, or which all places share, by the name of a fixture. */
    public synchronized List<String> seeded(Map<String, String> place, String fixture) {
        var resource = resources.all().stream()
                .filter(each -> each.fixture().equals(fixture))
                .findFirst();
        if (resource.isEmpty()) {
            return members.ids(fixture);
        }
        var shelf = resource.get().shelf(place);
        store.all(shelf);
        return seeded.getOrDefault(shelf, List.of());
    }

    /** The objects themselves, for whoever wants to bring them into disorder. */
    public Store store() {
        return store;
    }

    /** Whether an operation has to do with objects that are kept. */
    public boolean knows(Operation operation) {
        return resources.part(operation).isPresent();
    }

    /** Where the objects are kept that a request is about. */
    public Shelf shelf(Action action) {
        return part(action).resource().shelf(action.path());
    }

    /** The object that a request is about, hidden or not; nothing: it is not there, or the request is about no single one. */
    public synchronized Optional<Kept> object(Action action) {
        return part(action)
                .resource()
                .id()
                .map(id -> action.path().get(id.name()))
                .flatMap(id -> store.find(shelf(action), id));
    }

    /** Whether a request is about an object that is not there, or hidden from it. */
    public synchronized boolean isMissing(Action action) {
        var part = part(action);
        boolean about = part.resource()
                .id()
                .filter(id -> action.path().containsKey(id.name()))
                .isPresent();
        return about && object(action).filter(object -> !isHidden(object, part)).isEmpty();
    }

    private static boolean isHidden(Kept object, Part part) {
        return part.resource().hiding().entrySet().stream()
                .anyMatch(hiding -> object.is(hiding.getKey())
                        && hiding.getValue().contains(part.verb().hint()));
    }

    /** Why a request cannot be carried out, although its object is there. */
    public synchronized Optional<Objection> objection(Action action) {
        var part = part(action);
        return switch (part.verb()) {
            case LIST, LIST_MEMBERS ->
                Paging.isBroken(() -> matching(action), action)
                        ? Optional.of(Objection.BROKEN_CURSOR)
                        : Optional.empty();
            case CREATE -> unfit(() -> created(action, part.resource(), ""), action);
            case UPDATE ->
                object(action).flatMap(object -> unfit(() -> updated(object, action, part.resource()), action));
            case CHANGE_MEMBERS -> object(action).flatMap(object -> objection(object, action, part.resource()));
            default -> Optional.empty();
        };
    }

    private static Optional<Objection> unfit(Supplier<Kept> object, Action action) {
        return Fields.fit(object, action) ? Optional.empty() : Optional.of(Objection.WRONG_KIND);
    }

    private Optional<Objection> objection(Kept object, Action action, Resource resource) {
        return Members.admitted(resource, object).isEmpty()
                ? Optional.of(Objection.WRONG_KIND)
                : members.objection(action);
    }

    /** Carries a request out; nothing: the contract's example is the answer. */
    public synchronized Optional<Reply> answer(Action action) {
        var part = part(action);
        var resource = part.resource();
        return switch (part.verb()) {
            case LIST -> Optional.of(list(action));
            case CREATE -> Optional.of(create(action, resource));
            case RETRIEVE -> object(action).map(object -> Reply.json(Shown.object(object, resource)));
            case UPDATE -> object(action).map(object -> keep(updated(object, action, resource), action, resource));
            case DELETE -> remove(action);
            case LIST_MEMBERS -> object(action).map(object -> list(action));
            case CHANGE_MEMBERS -> {
                object(action).ifPresent(object -> store.put(shelf(action), members.changed(object, action)));
                yield told(action);
            }
            case TELL -> told(action);
            case REFUSE -> Optional.empty();
        };
    }

    private Reply list(Action action) {
        return store.reply(action, () -> show(page(action, matching(action)), action));
    }

    /** What a list shows on all its pages, in its order. */
    public synchronized List<Kept> matching(Action action) {
        var part = part(action);
        var visible = part.verb() == Verb.LIST
                ? store.all(shelf(action)).stream()
                        .filter(object -> !isHidden(object, part))
                        .toList()
                : object(action)
                        .map(object -> members.of(
                                object, Resources.lastSegment(action.operation().path())))
                        .orElse(List.of());
        return matching(action, visible);
    }

    /** What a list would show on all its pages, in its order, if these were the objects that are there. */
    public List<Kept> matching(Action action, List<Kept> objects) {
        var part = part(action);
        var listing = Listing.of(action.operation());
        var inOrder = part.verb() == Verb.LIST ? Order.of(part.resource(), objects) : objects;
        return inOrder.stream().filter(Filters.of(listing, action)).toList();
    }

    /** The page that a request asks for. */
    public Page page(Action action, List<Kept> all) {
        return Paging.page(all, Listing.of(action.operation()), action);
    }

    /** A page as an answer shows it. */
    public Reply show(Page page, Action action) {
        var part = part(action);
        return part.verb() == Verb.LIST
                ? Shown.page(page, action, object -> Shown.object(object, part.resource()))
                : Shown.page(page, action, Kept::fields);
    }

    private Reply create(Action action, Resource resource) {
        Object id = resource.isNumbered() ? ++lastNumber : UUID.randomUUID().toString();
        return keep(created(action, resource, id), action, resource);
    }

    private Kept created(Action action, Resource resource, Object id) {
        var fields = new Fields(resource);
        var object = new Kept(id.toString(), fields.written(fields.fresh(id, clock.instant()), action), Map.of());
        return Members.admitted(resource, object).isEmpty() ? object : members.changed(object, action);
    }

    private Kept updated(Kept object, Action action, Resource resource) {
        var fields = new Fields(resource);
        return object.withFields(fields.touched(fields.written(object.fields(), action), clock.instant()));
    }

    private Reply keep(Kept object, Action action, Resource resource) {
        store.put(shelf(action), object);
        return Reply.json(Shown.written(object, resource));
    }

    private Optional<Reply> remove(Action action) {
        object(action).ifPresent(object -> store.remove(shelf(action), object.id()));
        return Optional.empty();
    }

    /** The body that PostHog sends where the page shows none. */
    private static Optional<Reply> told(Action action) {
        return action.operation().success().observed().map(schema -> Reply.json(Hints.initial(schema)));
    }

    /** What a request does, and to which kind of object. */
    private Part part(Action action) {
        return resources.part(action.operation()).orElseThrow();
    }
}
