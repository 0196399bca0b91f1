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
 * Bodies that the page does not show. It says "No response body" of five operations, so their stubs return nothing; PostHog
 * answers them with JSON all the same, and so does this server.
 */
final class Undocumented {
    private Undocumented() {}

    static ResponseEntity<Void> success() {
        return body(Map.of("success", true));
    }

    /** In one page: the page that this API comes from names no parameters to ask for another. */
    static ResponseEntity<Void> activity(List<ActivityLog.Entry> entries) {
        return body(new Activity(entries, null, null, entries.size()));
    }

    /** In one page, likewise. */
    static ResponseEntity<Void> calculations(List<Calculation> calculations) {
        return body(new Calculations(calculations, calculations.size(), null, null));
    }

    /** Spring writes the body that it finds in the entity, whatever type was declared. */
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
