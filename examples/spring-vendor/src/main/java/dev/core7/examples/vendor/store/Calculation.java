package dev.core7.examples.vendor.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.core7.server.model.CohortFilters;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A calculation of the members of a cohort. */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Calculation(
        UUID id,
        CohortFilters filters,
        int count,
        OffsetDateTime startedAt,
        OffsetDateTime finishedAt,
        double durationSeconds,
        boolean isCompleted,
        boolean isSuccessful,
        @Nullable String error) {
    static Calculation successful(CohortFilters filters, int count, OffsetDateTime started, OffsetDateTime finished) {
        double seconds = Duration.between(started, finished).toNanos() / 1e9;
        return new Calculation(UUID.randomUUID(), filters, count, started, finished, seconds, true, true, null);
    }
}
