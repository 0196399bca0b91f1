package dev.core7.examples.vendor.store;

import dev.core7.server.model.CohortFilter;
import dev.core7.server.model.CohortFilterGroup;
import dev.core7.server.model.CohortFilters;
import dev.core7.server.model.StoredCohortFilter;
import dev.core7.server.model.StoredCohortFilterGroup;
import dev.core7.server.model.StoredCohortFilters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openapitools.jackson.nullable.JsonNullable;

/** Converts filters from the schema of requests to that of responses. */
final class StoredFilters {
    private StoredFilters() {}

    static StoredCohortFilters of(CohortFilters sent) {
        return new StoredCohortFilters(group(sent.getProperties()));
    }

    private static StoredCohortFilterGroup group(CohortFilterGroup sent) {
        var group = new StoredCohortFilterGroup();
        group.setType(sent.getType());
        group.setValues(all(sent.getValues()));
        return group;
    }

    private static @Nullable List<StoredCohortFilter> all(@Nullable List<CohortFilter> sent) {
        return sent == null ? null : sent.stream().map(StoredFilters::condition).toList();
    }

    private static StoredCohortFilter condition(CohortFilter sent) {
        var stored = new StoredCohortFilter(sent.getType());
        stored.setValues(all(sent.getValues()));
        stored.setKey(sent.getKey());
        stored.setValue(sent.getValue());
        stored.setOperator(sent.getOperator());
        stored.setNegation(sent.getNegation() == null ? JsonNullable.undefined() : JsonNullable.of(sent.getNegation()));
        stored.setEventType(sent.getEventType());
        stored.setTimeValue(any(sent.getTimeValue()));
        stored.setTimeInterval(sent.getTimeInterval());
        stored.setOperatorValue(any(sent.getOperatorValue()));
        stored.setSeqTimeInterval(sent.getSeqTimeInterval());
        stored.setSeqTimeValue(any(sent.getSeqTimeValue()));
        stored.setSeqEvent(sent.getSeqEvent());
        stored.setSeqEventType(sent.getSeqEventType());
        stored.setTotalPeriods(any(sent.getTotalPeriods()));
        stored.setMinPeriods(any(sent.getMinPeriods()));
        stored.setEventFilters(sent.getEventFilters());
        stored.setExplicitDatetime(sent.getExplicitDatetime());
        stored.setExplicitDatetimeTo(sent.getExplicitDatetimeTo());
        stored.setBytecode(sent.getBytecode());
        stored.setBytecodeError(sent.getBytecodeError());
        stored.setConditionHash(sent.getConditionHash());
        return stored;
    }

    /** Returns a number as any value, which keeps the difference between null and absent. */
    private static JsonNullable<Object> any(JsonNullable<Integer> number) {
        return number.isPresent() ? JsonNullable.of(number.get()) : JsonNullable.undefined();
    }
}
