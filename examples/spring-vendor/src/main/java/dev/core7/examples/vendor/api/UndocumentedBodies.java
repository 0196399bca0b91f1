package dev.core7.examples.vendor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.core7.examples.vendor.store.ActivityLog;
import dev.core7.examples.vendor.store.Calculation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Response bodies that the page does not document. For five operations, the page says "No response body", so their stubs return
 * nothing. PostHog sends JSON, and so does this server.
 */
final class UndocumentedBodies {
    private UndocumentedBodies() {}

    static ResponseEntity<Void> success() {
        return body(Map.of("success", true));
    }

    /** Returns all entries on one page, because the operation has no documented parameters for pages. */
    static ResponseEntity<Void> activity(List<ActivityLog.Entry> entries) {
        return body(new Activity(entries, null, null, entries.size()));
    }

    /** Returns all calculations on one page, for the same reason. */
    static ResponseEntity<Void> calculations(List<Calculation> calculations) {
        return body(new Calculations(calculations, calculations.size(), null, null));
    }

    /** Returns an entity with a body. Spring writes the body regardless of the declared type. */
    @SuppressWarnings("unchecked")
    private static ResponseEntity<Void> body(Object body) {
        return (ResponseEntity<Void>) (ResponseEntity<?>) ResponseEntity.ok(body);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Activity(
            List<ActivityLog.Entry> results,
            @Nullable String next,
            @Nullable String previous,
            int totalCount) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Calculations(
            List<Calculation> results,
            int count,
            @Nullable String next,
            @Nullable String previous) {}
}
