package dev.core7.conformance.benign;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who is in a cohort, and what was done to it: everything below {@code cohorts/:id/}. */
final class CohortPersons {
    private static final String UUID = "[0-9a-fA-F-]{36}";

    private final Cohorts cohorts;
    private final Set<String> persons;

    CohortPersons(Cohorts cohorts, Set<String> persons) {
        this.cohorts = cohorts;
        this.persons = persons;
    }

    Reply list(Ask ask) {
        var cohort = cohorts.find(ask);
        failUnlessNumbers(ask);
        var found = cohorts.members(cohort).stream().map(CohortPersons::person).toList();
        boolean csv = ask.query().getOrDefault("format", "").equals("csv")
                || ask.header("accept").startsWith("text/csv")
                        && !ask.header("accept").contains("application/json");
        if (csv && !ask.query().getOrDefault("format", "").equals("json")) {
            // As in PostHog, the offset of a table counts only beside a limit.
            var rows = ask.query().containsKey("limit")
                    ? (List<?>) Pages.uncounted(ask, found, 100).get("results")
                    : found;
            var lines = rows.stream()
                    .map(row -> (Map<?, ?>) row)
                    .map(p -> p.get("id") + "," + p.get("name") + "," + p.get("created_at") + "\r\n")
                    .collect(Collectors.joining());
            return Reply.text(200, "text/csv; charset=utf-8", "id,name,created_at\r\n" + lines);
        }
        return Reply.json(200, Pages.uncounted(ask, found, 100));
    }

    /** The view takes both for numbers, and fails. */
    private static void failUnlessNumbers(Ask ask) {
        for (String name : List.of("limit", "offset")) {
            if (!ask.query().getOrDefault(name, "0").matches("-?\\d{1,9}")) {
                throw new Refused(500, "server_error", "error", null);
            }
        }
    }

    static Map<String, @Nullable Object> person(String uuid) {
        return Reply.object(
                "id",
                uuid,
                "uuid",
                uuid,
                "type",
                "person",
                "name",
                "somebody@example.com",
                "distinct_ids",
                List.of("somebody", "9f-2"),
                "properties",
                Reply.object("email", "somebody@example.com", "$initial_os", null),
                "created_at",
                "2023-05-04T12:07:31.456789Z",
                "last_seen_at",
                null,
                "is_identified",
                null,
                "matched_recordings",
                List.of(),
                "value_at_data_point",
                null);
    }

    Reply add(Ask ask) {
        var cohort = ofStatic(ask);
        if (!(ask.fields().get("person_ids") instanceof List<?> ids) || ids.isEmpty() || ids.size() > 1000) {
            throw Refused.invalid("invalid_input", null);
        }
        var known = ids.stream()
                .map(id -> Ask.lower(String.valueOf(id)))
                .filter(persons::contains)
                .toList();
        if (known.isEmpty()) {
            throw Refused.invalid("invalid_input", null);
        }
        cohorts.members(cohort).addAll(known);
        cohort.put("count", cohorts.members(cohort).size());
        return Reply.json(200, Reply.object("success", true));
    }

    Reply remove(Ask ask) {
        var cohort = ofStatic(ask);
        if (!(ask.fields().get("person_id") instanceof String sent)
                || !Ask.lower(sent).matches(UUID)) {
            throw Refused.invalid("invalid_input", null);
        }
        String id = Ask.lower(sent);
        if (!persons.contains(id)) {
            throw Refused.notFound();
        }
        cohorts.members(cohort).remove(id);
        cohort.put("count", cohorts.members(cohort).size());
        return Reply.json(200, Reply.object("success", true));
    }

    private Map<String, @Nullable Object> ofStatic(Ask ask) {
        var cohort = cohorts.find(ask);
        if (!Cohorts.isStatic(cohort)) {
            throw Refused.invalid("invalid_input", null);
        }
        return cohort;
    }

    /** An unknown id is answered without a body; one that is no number makes the view fail. */
    Reply activity(Ask ask) {
        if (!ask.id().matches("-?\\d+")) {
            throw new Refused(500, "server_error", "error", null);
        }
        try {
            return activityOf(List.of(cohorts.find(ask)));
        } catch (Refused e) {
            return Reply.empty(404);
        }
    }

    Reply allActivity(Ask ask) {
        return activityOf(cohorts.everything());
    }

    private static Reply activityOf(List<Map<String, @Nullable Object>> changed) {
        var entries = changed.stream().limit(10).map(CohortPersons::entry).toList();
        return Reply.json(
                200, Reply.object("results", entries, "next", null, "previous", null, "total_count", changed.size()));
    }

    private static Map<String, @Nullable Object> entry(Map<String, @Nullable Object> cohort) {
        return Reply.object(
                "id",
                new UUID(0x0190aaaa00007000L, Long.parseLong(String.valueOf(cohort.get("id")))).toString(),
                "user",
                Reply.object("first_name", "System", "email", null, "is_system", true),
                "activity",
                "created",
                "scope",
                "Cohort",
                "item_id",
                String.valueOf(cohort.get("id")),
                "detail",
                Reply.object("id", null, "changes", null, "merge", null, "trigger", null, "name", cohort.get("name")),
                "created_at",
                cohort.get("created_at"));
    }

    Reply calculations(Ask ask) {
        cohorts.find(ask);
        return Reply.json(200, Reply.object("results", List.of(), "count", 0, "next", null, "previous", null));
    }
}
