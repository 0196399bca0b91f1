package dev.core7.mock.state;

import dev.core7.contract.Operation;
import dev.core7.contract.Schema;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the objects of a mock, and the calculations that followed, as PostHog records them. Only kinds of objects whose
 * history an operation shows are recorded, and of each collection only the last thousand entries.
 */
final class History {
    private static final int MAX_ENTRIES = 1_000;
    private static final String ACTIVITY = "activity";
    private static final String CALCULATIONS = "calculations";
    private static final String DELETED = "deleted";

    private final Set<String> recorded = new HashSet<>();
    private final Map<CollectionKey, Deque<HistoryEntry>> activities = new HashMap<>();
    private final Map<CollectionKey, Deque<HistoryEntry>> calculations = new HashMap<>();

    private int lastNumber;

    /** Creates an empty history of the objects whose history one of the operations shows. */
    History(List<Operation> operations, Resources resources) {
        operations.stream()
                .filter(operation -> extension(operation).containsKey("shows"))
                .flatMap(operation -> resources.role(operation).stream())
                .forEach(role -> recorded.add(role.resource().name()));
    }

    private static Map<String, @Nullable Object> extension(Operation operation) {
        return operation.success().observed().map(MockExtensions::history).orElse(Map.of());
    }

    /** Forgets everything. */
    void clear() {
        activities.clear();
        calculations.clear();
        lastNumber = 0;
    }

    /** Records that an object was created. */
    void created(CollectionKey collection, StoredObject object, Resource resource, Instant now) {
        if (recorded.contains(resource.name())) {
            add(activities, collection, HistoryEntry.of(++lastNumber, object, "created", null, now));
            calculated(collection, object, resource, now);
        }
    }

    /** Records the changes of an object by an update; PostHog does not record an update that changes nothing. */
    void updated(CollectionKey collection, StoredObject before, StoredObject after, Resource resource, Instant now) {
        if (!recorded.contains(resource.name())) {
            return;
        }
        var changes = HistoryEntry.changes(before, after, resource);
        String activity =
                before.is(DELETED) == after.is(DELETED) ? "updated" : after.is(DELETED) ? DELETED : "restored";
        if (!changes.isEmpty()) {
            add(activities, collection, HistoryEntry.of(++lastNumber, after, activity, changes, now));
        }
        calculated(collection, after, resource, now);
    }

    /** Records that members were added or removed. */
    void membersChanged(CollectionKey collection, StoredObject object, ObjectRequest request, Instant now) {
        Members.added(request.operation()).values().stream()
                .findFirst()
                .map(type -> type + "_added_manually")
                .or(() -> Members.removed(request.operation()).values().stream()
                        .findFirst()
                        .map(type -> type.replaceFirst("s$", "") + "_removed_manually"))
                .filter(activity -> recorded.contains(collection.resource()))
                .ifPresent(activity -> add(
                        activities,
                        collection,
                        HistoryEntry.of(++lastNumber, object, activity, List.of(HistoryEntry.MEMBERS_CHANGED), now)));
    }

    /** Records a calculation of an object that has one, unless it is deleted. */
    private void calculated(CollectionKey collection, StoredObject object, Resource resource, Instant now) {
        boolean calculates = resource.fields().values().stream()
                .flatMap(schema -> MockExtensions.busyUnless(schema).stream())
                .anyMatch(unless -> !object.is(unless));
        if (calculates && !object.is(DELETED)) {
            add(calculations, collection, HistoryEntry.of(++lastNumber, object, CALCULATIONS, null, now));
        }
    }

    private static void add(
            Map<CollectionKey, Deque<HistoryEntry>> entries, CollectionKey collection, HistoryEntry entry) {
        var newestFirst = entries.computeIfAbsent(collection, key -> new ArrayDeque<>());
        newestFirst.addFirst(entry);
        if (newestFirst.size() > MAX_ENTRIES) {
            newestFirst.removeLast();
        }
    }

    /** Returns the body that shows the requested part of the history; empty if the operation shows none. */
    Optional<StateResponse> show(ObjectRequest request, CollectionKey collection, OperationRole role) {
        var extension = extension(request.operation());
        var requested = requested(request, role);
        var schema = request.operation().success().observed();
        if (ACTIVITY.equals(extension.get("shows"))) {
            var user = MockExtensions.asMap(role.resource().example().get(ObjectFields.CREATED_BY));
            String scope = String.valueOf(extension.get("scope"));
            var page = HistoryPage.byNumber(all(activities, collection, requested), request);
            return schema.map(body -> body(body, page, entry -> entry.activity(scope, user)));
        }
        if (CALCULATIONS.equals(extension.get("shows"))) {
            var page = HistoryPage.byOffset(all(calculations, collection, requested), request);
            return schema.map(body -> body(body, page, HistoryEntry::calculation));
        }
        return Optional.empty();
    }

    /** Returns whether the operation shows no activity, or a page of it with the requested number. */
    boolean hasPage(ObjectRequest request, CollectionKey collection, OperationRole role) {
        return !ACTIVITY.equals(extension(request.operation()).get("shows"))
                || HistoryPage.exists(
                        all(activities, collection, requested(request, role)).size(), request);
    }

    private static Predicate<HistoryEntry> requested(ObjectRequest request, OperationRole role) {
        return role.resource()
                .id()
                .map(id -> request.pathParameters().get(id.name()))
                .<Predicate<HistoryEntry>>map(id -> entry -> entry.itemId().equals(id))
                .orElse(entry -> true);
    }

    private static List<HistoryEntry> all(
            Map<CollectionKey, Deque<HistoryEntry>> entries,
            CollectionKey collection,
            Predicate<HistoryEntry> requested) {
        return entries.getOrDefault(collection, new ArrayDeque<>()).stream()
                .filter(requested)
                .toList();
    }

    private static StateResponse body(
            Schema schema, HistoryPage page, Function<HistoryEntry, Map<String, @Nullable Object>> renderer) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        var results = new ArrayList<Map<String, @Nullable Object>>();
        page.entries().forEach(entry -> results.add(renderer.apply(entry)));
        schema.properties().keySet().forEach(name -> {
            body.put(
                    name,
                    switch (name) {
                        case "results" -> results;
                        case "next" -> page.next();
                        case "previous" -> page.previous();
                        default -> page.count();
                    });
        });
        return StateResponse.json(body);
    }
}
