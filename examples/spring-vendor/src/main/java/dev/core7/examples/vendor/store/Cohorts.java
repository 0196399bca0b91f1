package dev.core7.examples.vendor.store;

import dev.core7.examples.vendor.error.ApiException;
import dev.core7.server.model.Cohort;
import dev.core7.server.model.CohortPerson;
import dev.core7.server.model.CohortRequest;
import dev.core7.server.model.UserBasic;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** The cohorts. A deleted cohort is not in the list, but can be retrieved. */
@Component
public class Cohorts {
    private static final Comparator<StoredCohort> NEWEST_FIRST = Comparator.comparing(StoredCohort::createdAt)
            .thenComparing(StoredCohort::id)
            .reversed();

    private final Table<StoredCohort> table = new Table<>();
    private final Persons persons;
    private final ActivityLog log;

    Cohorts(Persons persons, ActivityLog log) {
        this.persons = persons;
        this.log = log;
    }

    /** Returns the cohorts of a project that are not deleted, newest first. */
    public List<Cohort> list(int project) {
        return table.list(project).stream()
                .filter(cohort -> !cohort.isDeleted())
                .sorted(NEWEST_FIRST)
                .map(StoredCohort::response)
                .toList();
    }

    /** Returns a cohort, even if it is deleted. */
    public Cohort find(int project, int id) {
        return stored(project, id).response();
    }

    /** Returns the members of a cohort. */
    public List<CohortPerson> persons(int project, int id) {
        return persons.list(project, stored(project, id).members()::contains);
    }

    /** Returns the calculations of a cohort, newest first. */
    public List<Calculation> calculations(int project, int id) {
        return stored(project, id).calculations();
    }

    /** Returns the activity of a cohort, newest first. */
    public List<ActivityLog.Entry> activity(int project, int id) {
        return log.list(project, stored(project, id).id());
    }

    /** Creates a cohort. Ignores unknown persons. */
    public Cohort create(int project, CohortRequest sent, UserBasic by) {
        boolean isStatic = Boolean.TRUE.equals(sent.getIsStatic());
        CohortRules.check(sent, isStatic);
        var start = isStatic ? persons.ids(project, initialMembers(sent)) : Set.<UUID>of();
        var cohort = table.add(project, id -> new StoredCohort(id, sent, by, Now.get(), start, List.of()));
        log.add(project, by, "created", cohort.response(), null);
        calculate(project, cohort.id());
        return cohort.responseToWriter();
    }

    /** Updates the fields that were sent. */
    public Cohort update(int project, int id, CohortRequest sent, UserBasic by) {
        var before = new AtomicReference<StoredCohort>();
        var after = change(project, id, cohort -> {
            var patched = cohort.patched(sent);
            CohortRules.check(sent, patched.isStatic());
            CohortRules.checkChange(cohort, sent);
            checkCycles(project, patched);
            before.set(cohort);
            return patched;
        });
        log.add(
                project,
                by,
                "updated",
                after.response(),
                CohortChanges.between(before.get().response(), after.response()));
        calculate(project, id);
        return after.responseToWriter();
    }

    /** Adds persons to a static cohort. Ignores unknown persons, unless all are unknown. */
    public void add(int project, int id, List<UUID> ids, UserBasic by) {
        var known = persons.ids(project, person -> ids.contains(person.getUuid()));
        var changed = change(project, id, cohort -> {
            requireStatic(cohort);
            if (known.isEmpty()) {
                throw ApiException.invalid("invalid_input", "None of these persons exists.", null);
            }
            var members = new HashSet<>(cohort.members());
            members.addAll(known);
            return cohort.withMembers(members);
        });
        log.add(project, by, "persons_added_manually", changed.response(), null);
    }

    /** Removes a person from a static cohort. Does nothing if the person is not a member. */
    public void remove(int project, int id, UUID person, UserBasic by) {
        var changed = change(project, id, cohort -> {
            requireStatic(cohort);
            if (persons.list(project, person::equals).isEmpty()) {
                throw ApiException.notFound("Person not found.");
            }
            var members = new HashSet<>(cohort.members());
            members.remove(person);
            return cohort.withMembers(members);
        });
        log.add(project, by, "person_removed_manually", changed.response(), null);
    }

    private static Predicate<CohortPerson> initialMembers(CohortRequest sent) {
        var ids = Objects.requireNonNullElse(sent.getCreateStaticPersonIds(), List.of());
        return person -> ids.contains(person.getUuid().toString());
    }

    /** Calculates the members of a dynamic cohort. As in PostHog, the response to the write does not show them yet. */
    private void calculate(int project, int id) {
        var started = Now.get();
        change(project, id, cohort -> cohort.isStatic() ? cohort : cohort.calculated(found(project, cohort), started));
    }

    private Set<UUID> found(int project, StoredCohort cohort) {
        return persons.ids(project, person -> FilterMatch.matches(person, cohort.filters()));
    }

    private void checkCycles(int project, StoredCohort cohort) {
        if (CohortReferences.reach(cohort.filters(), cohort.id(), other -> table.find(project, other))) {
            throw ApiException.invalid("invalid_input", "A cohort cannot depend on itself.", "filters");
        }
    }

    private StoredCohort stored(int project, int id) {
        return table.find(project, id).orElseThrow(() -> ApiException.notFound("Not found."));
    }

    private StoredCohort change(int project, int id, UnaryOperator<StoredCohort> change) {
        return table.change(project, id, change).orElseThrow(() -> ApiException.notFound("Not found."));
    }

    private static void requireStatic(StoredCohort cohort) {
        if (!cohort.isStatic()) {
            throw ApiException.invalid("invalid_input", "Persons can be added only to static cohorts.", null);
        }
    }
}
