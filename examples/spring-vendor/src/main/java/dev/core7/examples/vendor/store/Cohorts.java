package dev.core7.examples.vendor.store;

import dev.core7.examples.vendor.error.Refusal;
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

/** Cohorts. A deleted one is gone from the list, yet still found by its id. */
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

    /** Those of a project that are not deleted, newest first. */
    public List<Cohort> list(int project) {
        return table.list(project).stream()
                .filter(cohort -> !cohort.isDeleted())
                .sorted(NEWEST_FIRST)
                .map(StoredCohort::answer)
                .toList();
    }

    /** By id, deleted or not. */
    public Cohort find(int project, int id) {
        return stored(project, id).answer();
    }

    /** Who belongs to one. */
    public List<CohortPerson> persons(int project, int id) {
        return persons.list(project, stored(project, id).members()::contains);
    }

    /** How one was calculated, latest first. */
    public List<Calculation> calculations(int project, int id) {
        return stored(project, id).calculations();
    }

    /** What was done to one, newest first. */
    public List<ActivityLog.Entry> activity(int project, int id) {
        return log.list(project, stored(project, id).id());
    }

    /** A new one; unknown persons to start with are left out. */
    public Cohort create(int project, CohortRequest sent, UserBasic by) {
        boolean isStatic = Boolean.TRUE.equals(sent.getIsStatic());
        CohortRules.check(sent, isStatic);
        var start = isStatic ? persons.ids(project, startingWith(sent)) : Set.<UUID>of();
        var cohort = table.add(project, id -> new StoredCohort(id, sent, by, Now.get(), start, List.of()));
        log.add(project, by, "created", cohort.answer(), null);
        calculate(project, cohort.id());
        return cohort.answerToWriter();
    }

    /** Changes what was sent. */
    public Cohort update(int project, int id, CohortRequest sent, UserBasic by) {
        var before = new AtomicReference<StoredCohort>();
        var after = change(project, id, cohort -> {
            var patched = cohort.patched(sent);
            CohortRules.check(sent, patched.isStatic());
            CohortRules.checkChange(cohort, sent);
            checkLoops(project, patched);
            before.set(cohort);
            return patched;
        });
        log.add(
                project,
                by,
                "updated",
                after.answer(),
                CohortChanges.between(before.get().answer(), after.answer()));
        calculate(project, id);
        return after.answerToWriter();
    }

    /** Puts persons into a static one; unknown ones are left out, as long as one is known. */
    public void add(int project, int id, List<UUID> ids, UserBasic by) {
        var known = persons.ids(project, person -> ids.contains(person.getUuid()));
        var changed = change(project, id, cohort -> {
            requireStatic(cohort);
            if (known.isEmpty()) {
                throw Refusal.invalid("invalid_input", "None of these persons exists.", null);
            }
            var members = new HashSet<>(cohort.members());
            members.addAll(known);
            return cohort.withMembers(members);
        });
        log.add(project, by, "persons_added_manually", changed.answer(), null);
    }

    /** Takes a person out of a static one, if they are in it. */
    public void remove(int project, int id, UUID person, UserBasic by) {
        var changed = change(project, id, cohort -> {
            requireStatic(cohort);
            if (persons.list(project, person::equals).isEmpty()) {
                throw Refusal.notFound("Person not found.");
            }
            var members = new HashSet<>(cohort.members());
            members.remove(person);
            return cohort.withMembers(members);
        });
        log.add(project, by, "person_removed_manually", changed.answer(), null);
    }

    private static Predicate<CohortPerson> startingWith(CohortRequest sent) {
        var ids = Objects.requireNonNullElse(sent.getCreateStaticPersonIds(), List.of());
        return person -> ids.contains(person.getUuid().toString());
    }

    /** Finds the members of one that has filters. It takes no time here, yet comes after the answer to its writer. */
    private void calculate(int project, int id) {
        var started = Now.get();
        change(project, id, cohort -> cohort.isStatic() ? cohort : cohort.calculated(found(project, cohort), started));
    }

    private Set<UUID> found(int project, StoredCohort cohort) {
        return persons.ids(project, person -> FilterMatch.matches(person, cohort.filters()));
    }

    private void checkLoops(int project, StoredCohort cohort) {
        if (CohortReferences.lead(cohort.filters(), cohort.id(), other -> table.find(project, other))) {
            throw Refusal.invalid("invalid_input", "A cohort cannot depend on itself.", "filters");
        }
    }

    private StoredCohort stored(int project, int id) {
        return table.find(project, id).orElseThrow(() -> Refusal.notFound("Not found."));
    }

    private StoredCohort change(int project, int id, UnaryOperator<StoredCohort> change) {
        return table.change(project, id, change).orElseThrow(() -> Refusal.notFound("Not found."));
    }

    private static void requireStatic(StoredCohort cohort) {
        if (!cohort.isStatic()) {
            throw Refusal.invalid("invalid_input", "Persons are put into static cohorts only.", null);
        }
    }
}
