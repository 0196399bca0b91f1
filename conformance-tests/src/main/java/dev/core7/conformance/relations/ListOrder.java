package dev.core7.conformance.relations;

import dev.core7.conformance.result.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The order of a list by a field that contains a date-time. */
record ListOrder(String field, boolean descending) {
    /** @param text the name of the field, after a minus if the order is descending */
    static ListOrder of(String text) {
        return new ListOrder(text.replaceFirst("^-", ""), text.startsWith("-"));
    }

    /** Two adjacent items in the wrong order; equal or missing values have no order. */
    Optional<Finding> broken(String pointer, List<Map<?, ?>> items) {
        for (int i = 1; i < items.size(); i++) {
            var before = moment(items.get(i - 1));
            var after = moment(items.get(i));
            if (before.isPresent() && after.isPresent()) {
                int order = before.get().compareTo(after.get());
                if (descending ? order < 0 : order > 0) {
                    return Optional.of(new Finding(
                            pointer,
                            "the " + (descending ? "latest " : "earliest ") + field + " first",
                            before.get() + " before " + after.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the items have equal or missing values, and so no order. */
    boolean isSame(List<Map<?, ?>> items) {
        return items.stream().map(this::moment).distinct().count() < 2
                || items.stream().anyMatch(item -> moment(item).isEmpty());
    }

    private Optional<Instant> moment(Map<?, ?> item) {
        try {
            return item.get(field) instanceof String text
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
