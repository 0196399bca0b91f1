package dev.core7.conformance.benign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cohorts of a project: deleted ones are gone from the list alone, and counted are they later. */
final class Cohorts {
    private static final Set<String> TYPES =
            Set.of("static", "person_property", "behavioral", "realtime", "analytical", "");

    private final PostHog server;
    private final List<Map<String, @Nullable Object>> all = new ArrayList<>();
    private final Map<Object, Set<String>> members = new LinkedHashMap<>();
    private final Set<String> persons;

    /** @param persons uuids of the persons in the project */
    Cohorts(PostHog server, Set<String> persons) {
        this.server = server;
        this.persons = persons;
    }

    /** One that somebody else made, calculated already. */
    Map<String, @Nullable Object> seed(String name, boolean isStatic, @Nullable Object filters) {
        var cohort = fresh();
        cohort.put("name", name);
        cohort.put("is_static", isStatic);
        cohort.put("filters", filters);
        cohort.put("version", 3);
        cohort.put("pending_version", 3);
        cohort.put("count", 2);
        cohort.put("last_calculation", Fields.now());
        all.add(cohort);
        return cohort;
    }

    private Map<String, @Nullable Object> fresh() {
        var cohort = Reply.object(
                "id",
                server.nextId(),
                "name",
                null,
                "description",
                "",
                "groups",
                List.of(),
                "deleted",
                false,
                "filters",
                Reply.object("properties", Map.of()),
                "query",
                null,
                "version",
                null,
                "pending_version",
                null,
                "is_calculating",
                false,
                "created_by",
                server.user(),
                "created_at",
                Fields.now(),
                "last_calculation",
                null,
                "last_backfill_person_properties_at",
                null,
                "errors_calculating",
                0,
                "last_error_message",
                null,
                "count",
                null,
                "is_static",
                false,
                "cohort_type",
                null,
                "experiment_set",
                List.of());
        members.put(cohort.get("id"), new LinkedHashSet<>());
        return cohort;
    }

    List<Map<String, @Nullable Object>> everything() {
        return all;
    }

    Set<String> members(Map<String, @Nullable Object> cohort) {
        return members.getOrDefault(cohort.get("id"), Set.of());
    }

    Reply list(Ask ask) {
        calculate();
        var shown = all.stream()
                .filter(c -> Boolean.FALSE.equals(c.get("deleted")))
                .map(Reply::object)
                .toList();
        var newestFirst = new ArrayList<>(shown);
        Collections.reverse(newestFirst);
        return Reply.json(200, Pages.counted(ask, newestFirst, server.pageSize(100)));
    }

    Reply create(Ask ask) {
        var cohort = fresh();
        var sent = write(ask, cohort);
        if (isStatic(cohort)) {
            var ids = sent.get("_create_static_person_ids") instanceof List<?> list ? list : List.of();
            ids.stream().map(String::valueOf).filter(persons::contains).forEach(members(cohort)::add);
            cohort.put("count", members(cohort).size());
        } else {
            cohort.put("is_calculating", true);
        }
        all.add(cohort);
        return Reply.json(201, Reply.object(cohort));
    }

    Reply retrieve(Ask ask) {
        var answer = Reply.json(200, Reply.object(find(ask)));
        calculate();
        return answer;
    }

    /** A calculation is over some requests after it was begun. */
    private void calculate() {
        all.stream().filter(c -> Boolean.TRUE.equals(c.get("is_calculating"))).forEach(c -> {
            c.put("is_calculating", false);
            c.put("version", 1);
            c.put("pending_version", 1);
            c.put("count", 0);
            c.put("last_calculation", Fields.now());
        });
    }

    Reply patch(Ask ask) {
        var cohort = find(ask);
        var changed = Reply.object(cohort);
        write(ask, changed);
        if (isStatic(cohort) && !String.valueOf(cohort.get("filters")).equals(String.valueOf(changed.get("filters")))) {
            throw Refused.invalid("invalid_input", null);
        }
        changed.put("is_calculating", !isStatic(changed));
        cohort.putAll(changed);
        return Reply.json(200, changed);
    }

    /** As for annotations: refused without looking anything up. */
    Reply destroy(Ask ask) {
        return PostHog.hardDeleteRefused();
    }

    private static Map<String, @Nullable Object> write(Ask ask, Map<String, @Nullable Object> cohort) {
        var sent = ask.fields();
        new Fields(sent, cohort)
                .text("name", 400, true)
                .text("description", 1000, false)
                .any("groups")
                .flag("deleted")
                .any("query")
                .flag("is_static")
                .choice("cohort_type", TYPES, true)
                .text("_create_in_folder", 400, false)
                .list("_create_static_person_ids");
        if (sent.get("filters") != null) {
            cohort.put("filters", CohortFilters.cleaned(sent.get("filters")));
        }
        if (sent.get("query") != null && (!isStatic(cohort) || sent.get("filters") != null)) {
            throw Refused.invalid("invalid_input", null);
        }
        return sent;
    }

    static boolean isStatic(Map<String, @Nullable Object> cohort) {
        return Boolean.TRUE.equals(cohort.get("is_static"));
    }

    Map<String, @Nullable Object> find(Ask ask) {
        return all.stream()
                .filter(c -> ask.id().equals(String.valueOf(c.get("id"))))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }
}
