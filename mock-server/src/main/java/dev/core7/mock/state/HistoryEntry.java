package dev.core7.mock.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a history.
 *
 * @param object the object as it was afterwards
 * @param activity what happened, in PostHog's words
 * @param changes the changed fields; null: PostHog lists none
 */
record HistoryEntry(
        String id,
        StoredObject object,
        String activity,
        @Nullable List<Change> changes,
        Instant at) {
    /** What PostHog records if members were added or removed. */
    static final Change MEMBERS_CHANGED = new Change(null, "changed", null, null);

    /** A changed field, with the action in PostHog's words: {@code created}, {@code changed} or {@code deleted}. */
    record Change(
            @Nullable String field,
            String action,
            @Nullable Object before,
            @Nullable Object after) {
        private Map<String, @Nullable Object> json(String scope) {
            var json = new LinkedHashMap<String, @Nullable Object>();
            json.put("type", scope);
            json.put("action", action);
            json.put("field", field);
            json.put("before", before);
            json.put("after", after);
            return json;
        }
    }

    /** @param number the number of the entry, from which its id is derived, so that it is the same in every run */
    static HistoryEntry of(
            int number, StoredObject object, String activity, @Nullable List<Change> changes, Instant at) {
        return new HistoryEntry(Seeds.uuid("history " + number), object, activity, changes, at);
    }

    /** Returns the id of the object. */
    String itemId() {
        return object.id();
    }

    /** Returns the writable fields in which two states of an object differ. */
    static List<Change> changes(StoredObject before, StoredObject after, Resource resource) {
        var changes = new ArrayList<Change>();
        resource.fields().forEach((name, schema) -> {
            var old = before.fields().get(name);
            var now = after.fields().get(name);
            if (!schema.flag("readOnly") && !Objects.equals(old, now)) {
                changes.add(new Change(name, old == null ? "created" : now == null ? "deleted" : "changed", old, now));
            }
        });
        return changes;
    }

    /** Returns the entry as PostHog's activity log shows it. */
    Map<String, @Nullable Object> activity(String scope, Map<String, @Nullable Object> creator) {
        var user = new LinkedHashMap<String, @Nullable Object>();
        user.put("first_name", creator.get("first_name"));
        user.put("email", creator.get("email"));
        var detail = new LinkedHashMap<String, @Nullable Object>();
        detail.put("id", null);
        detail.put(
                "changes",
                Optional.ofNullable(changes)
                        .map(all ->
                                all.stream().map(change -> change.json(scope)).toList())
                        .orElse(null));
        detail.put("merge", null);
        detail.put("trigger", null);
        detail.put(
                "name",
                changes != null && changes.contains(MEMBERS_CHANGED)
                        ? null
                        : object.fields().get("name"));
        detail.put("short_id", null);
        detail.put("type", null);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("user", user);
        json.put("activity", activity);
        json.put("scope", scope);
        json.put("item_id", object.id());
        json.put("detail", detail);
        json.put("created_at", ObjectFields.text(at));
        return json;
    }

    /** Returns the entry as a calculation that was finished at once. */
    Map<String, @Nullable Object> calculation() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", id);
        json.put("filters", object.fields().get("filters"));
        json.put("count", object.fields().get("count"));
        json.put("started_at", ObjectFields.text(at));
        json.put("finished_at", ObjectFields.text(at));
        json.put("queries", null);
        json.put("error", null);
        json.put("duration_seconds", 0);
        json.put("is_completed", true);
        json.put("is_successful", true);
        for (String unknown :
                List.of("total_query_ms", "total_memory_mb", "total_read_rows", "total_written_rows", "main_query")) {
            json.put(unknown, null);
        }
        return json;
    }
}
