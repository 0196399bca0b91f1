package dev.core7.examples.vendor.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.core7.server.model.Cohort;
import dev.core7.server.model.UserBasic;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The activity log of cohorts. */
@Component
public class ActivityLog {
    private final Map<Integer, ConcurrentLinkedDeque<Entry>> byProject = new ConcurrentHashMap<>();

    /** An entry of the log. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            UUID id,
            Actor user,
            String activity,
            String scope,
            String itemId,
            Detail detail,
            OffsetDateTime createdAt) {}

    /** The user who performed the activity. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Actor(String firstName, String email) {}

    /** The changed object. */
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Detail(
            @Nullable List<CohortChanges.Change> changes,
            @Nullable String name,
            @Nullable String shortId) {}

    void add(int project, UserBasic by, String activity, Cohort cohort, @Nullable List<CohortChanges.Change> changes) {
        byProject
                .computeIfAbsent(project, none -> new ConcurrentLinkedDeque<>())
                .addFirst(new Entry(
                        UUID.randomUUID(),
                        new Actor(by.getFirstName(), by.getEmail()),
                        activity,
                        "Cohort",
                        cohort.getId().toString(),
                        new Detail(changes, cohort.getName().orElse(null), null),
                        Now.get()));
    }

    /** Returns the entries of a project, newest first. */
    public List<Entry> list(int project) {
        var entries = byProject.get(project);
        return entries == null ? List.of() : List.copyOf(entries);
    }

    /** Returns the entries of a cohort, newest first. */
    public List<Entry> list(int project, int cohort) {
        var id = String.valueOf(cohort);
        return list(project).stream().filter(entry -> entry.itemId().equals(id)).toList();
    }
}
