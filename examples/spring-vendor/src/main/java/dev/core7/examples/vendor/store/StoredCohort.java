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
 * @param written the fields that callers write, as last written
 * @param by who created it
 * @param members those put into it, or found by its filters
 * @param calculations latest first; none for a static cohort
 */
record StoredCohort(
        int id,
        CohortRequest written,
        UserBasic by,
        OffsetDateTime createdAt,
        Set<UUID> members,
        List<Calculation> calculations) {
    /** The collections are copied. */
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

    /** With what was sent, and all else as it was; members cannot be written this way. */
    StoredCohort patched(CohortRequest sent) {
        var merged = new CohortRequest();
        merged.setName(Patch.of(written.getName(), sent.getName()));
        merged.setDescription(Patch.of(written.getDescription(), sent.getDescription()));
        merged.setGroups(Patch.of(written.getGroups(), sent.getGroups()));
        merged.setDeleted(Patch.of(written.getDeleted(), sent.getDeleted()));
        merged.setFilters(Patch.of(written.getFilters(), sent.getFilters()));
        merged.setQuery(Patch.of(written.getQuery(), sent.getQuery()));
        merged.setIsStatic(Patch.of(written.getIsStatic(), sent.getIsStatic()));
        merged.setCohortType(Patch.of(written.getCohortType(), sent.getCohortType()));
        return new StoredCohort(id, merged, by, createdAt, members, calculations);
    }

    StoredCohort withMembers(Set<UUID> now) {
        return new StoredCohort(id, written, by, createdAt, now, calculations);
    }

    StoredCohort calculated(Set<UUID> found, OffsetDateTime started) {
        var all = new ArrayList<Calculation>();
        all.add(Calculation.done(filters(), found.size(), started, Now.get()));
        all.addAll(calculations);
        return new StoredCohort(id, written, by, createdAt, found, all);
    }

    /** As callers see it. */
    Cohort answer() {
        var last = calculations.stream().findFirst().orElse(null);
        return new Cohort()
                .id(id)
                .name(written.getName().orElse(null))
                .description(Objects.requireNonNullElse(written.getDescription(), ""))
                .groups(written.getGroups().orElse(List.of()))
                .deleted(isDeleted())
                .filters(filters())
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

    /** As the caller who has just written it sees it: what its filters find comes later. */
    Cohort answerToWriter() {
        int next = calculations.size() + 1;
        return isStatic() ? answer() : answer().isCalculating(true).pendingVersion(next);
    }

    private @Nullable Integer version() {
        return calculations.isEmpty() ? null : calculations.size();
    }

    private @Nullable String type() {
        var type = written.getCohortType().orElse(null);
        return type == null ? null : type.getValue();
    }
}
