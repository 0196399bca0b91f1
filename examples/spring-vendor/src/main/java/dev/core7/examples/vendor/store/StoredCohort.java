package dev.core7.examples.vendor.store;

import dev.core7.server.model.Cohort;
import dev.core7.server.model.CohortFilterGroup;
import dev.core7.server.model.CohortFilters;
import dev.core7.server.model.CohortRequest;
import dev.core7.server.model.UserBasic;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cohort.
 *
 * @param written the current values of the writable fields
 * @param by the creator
 * @param members the persons that were added, or that match the filters
 * @param calculations newest first; empty for a static cohort
 */
record StoredCohort(
        int id,
        CohortRequest written,
        UserBasic by,
        OffsetDateTime createdAt,
        Set<UUID> members,
        List<Calculation> calculations) {
    /** Copies the collections. */
    StoredCohort {
        members = Set.copyOf(members);
        calculations = List.copyOf(calculations);
    }

    boolean isStatic() {
        return Boolean.TRUE.equals(written.getIsStatic());
    }

    boolean isDeleted() {
        return Boolean.TRUE.equals(written.getDeleted());
    }

    CohortFilters filters() {
        var filters = written.getFilters().orElse(null);
        return filters == null ? new CohortFilters(new CohortFilterGroup()) : filters;
    }

    /** Returns the cohort after an update. An update cannot change the members. */
    StoredCohort patched(CohortRequest sent) {
        var merged = new CohortRequest();
        merged.setName(PartialUpdate.of(written.getName(), sent.getName()));
        merged.setDescription(PartialUpdate.of(written.getDescription(), sent.getDescription()));
        merged.setGroups(PartialUpdate.of(written.getGroups(), sent.getGroups()));
        merged.setDeleted(PartialUpdate.of(written.getDeleted(), sent.getDeleted()));
        merged.setFilters(PartialUpdate.of(written.getFilters(), sent.getFilters()));
        merged.setQuery(PartialUpdate.of(written.getQuery(), sent.getQuery()));
        merged.setIsStatic(PartialUpdate.of(written.getIsStatic(), sent.getIsStatic()));
        merged.setCohortType(PartialUpdate.of(written.getCohortType(), sent.getCohortType()));
        return new StoredCohort(id, merged, by, createdAt, members, calculations);
    }

    StoredCohort withMembers(Set<UUID> now) {
        return new StoredCohort(id, written, by, createdAt, now, calculations);
    }

    StoredCohort calculated(Set<UUID> found, OffsetDateTime started) {
        var all = new ArrayList<Calculation>();
        all.add(Calculation.successful(filters(), found.size(), started, Now.get()));
        all.addAll(calculations);
        return new StoredCohort(id, written, by, createdAt, found, all);
    }

    /** Returns the cohort for a response. */
    Cohort response() {
        var last = calculations.stream().findFirst().orElse(null);
        return new Cohort()
                .id(id)
                .name(written.getName().orElse(null))
                .description(Objects.requireNonNullElse(written.getDescription(), ""))
                .groups(written.getGroups().orElse(List.of()))
                .deleted(isDeleted())
                .filters(StoredFilters.of(filters()))
                .query(written.getQuery().orElse(null))
                .version(version())
                .pendingVersion(version())
                .isCalculating(false)
                .createdBy(by)
                .createdAt(createdAt)
                .lastCalculation(last == null ? null : last.finishedAt())
                .lastBackfillPersonPropertiesAt(null)
                .errorsCalculating(0)
                .lastErrorMessage(null)
                .count(isStatic() ? Integer.valueOf(members.size()) : last == null ? null : last.count())
                .isStatic(isStatic())
                .cohortType(type())
                .experimentSet(List.of());
    }

    /** Returns the cohort for the response to a write, which does not show the result of the calculation yet. */
    Cohort responseToWriter() {
        int next = calculations.size() + 1;
        return isStatic() ? response() : response().isCalculating(true).pendingVersion(next);
    }

    private @Nullable Integer version() {
        return calculations.isEmpty() ? null : calculations.size();
    }

    private @Nullable String type() {
        var type = written.getCohortType().orElse(null);
        return type == null ? null : type.getValue();
    }
}
