package dev.core7.examples.vendor.api;

import dev.core7.examples.vendor.access.Caller;
import dev.core7.examples.vendor.store.ActivityLog;
import dev.core7.examples.vendor.store.Cohorts;
import dev.core7.server.api.CohortsApi;
import dev.core7.server.model.Cohort;
import dev.core7.server.model.CohortPersons;
import dev.core7.server.model.CohortRequest;
import dev.core7.server.model.PaginatedCohortList;
import dev.core7.server.model.PatchedAddPersonsToStaticCohortRequest;
import dev.core7.server.model.PatchedRemovePersonRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CohortsController implements CohortsApi {
    private static final int USUAL_LIMIT = 100;

    private final Cohorts cohorts;
    private final ActivityLog log;

    CohortsController(Cohorts cohorts, ActivityLog log) {
        this.cohorts = cohorts;
        this.log = log;
    }

    @Override
    public ResponseEntity<PaginatedCohortList> cohortsList(
            String projectId, @Nullable Integer limit, @Nullable Integer offset) {
        var page = Page.of(cohorts.list(project()), limit, offset, USUAL_LIMIT);
        return ResponseEntity.ok(new PaginatedCohortList(page.count(), page.next(), page.previous(), page.results()));
    }

    @Override
    public ResponseEntity<Cohort> cohortsCreate(String projectId, CohortRequest sent) {
        var caller = Caller.current();
        return ResponseEntity.status(HttpStatus.CREATED).body(cohorts.create(caller.project(), sent, caller.user()));
    }

    @Override
    public ResponseEntity<Cohort> cohortsRetrieve(String projectId, Integer id) {
        return ResponseEntity.ok(cohorts.find(project(), id));
    }

    @Override
    public ResponseEntity<Cohort> cohortsPartialUpdate(String projectId, Integer id, CohortRequest sent) {
        var caller = Caller.current();
        return ResponseEntity.ok(cohorts.update(caller.project(), id, sent, caller.user()));
    }

    @Override
    public ResponseEntity<Void> cohortsDestroy(String projectId, Integer id) {
        return HardDelete.notAllowed();
    }

    /** Returns JSON, or CSV if {@code format} or the header {@code Accept} requests it. Spring selects the converter. */
    @Override
    public ResponseEntity<CohortPersons> cohortsPersonsRetrieve(
            String projectId, Integer id, @Nullable String format, @Nullable Integer limit, @Nullable Integer offset) {
        var page = Page.of(cohorts.persons(project(), id), limit, offset, USUAL_LIMIT);
        return ResponseEntity.ok(new CohortPersons(page.results(), page.next(), page.previous()));
    }

    @Override
    public ResponseEntity<Void> cohortsAddPersonsToStaticCohortPartialUpdate(
            String projectId, Integer id, PatchedAddPersonsToStaticCohortRequest sent) {
        var caller = Caller.current();
        cohorts.add(caller.project(), id, sent.getPersonIds(), caller.user());
        return UndocumentedBodies.success();
    }

    @Override
    public ResponseEntity<Void> cohortsRemovePersonFromStaticCohortPartialUpdate(
            String projectId, Integer id, PatchedRemovePersonRequest sent) {
        var caller = Caller.current();
        cohorts.remove(caller.project(), id, sent.getPersonId(), caller.user());
        return UndocumentedBodies.success();
    }

    @Override
    public ResponseEntity<Void> cohortsActivityRetrieve(String projectId, Integer id) {
        return UndocumentedBodies.activity(cohorts.activity(project(), id));
    }

    @Override
    public ResponseEntity<Void> cohortsAllActivityRetrieve(String projectId) {
        return UndocumentedBodies.activity(log.list(project()));
    }

    @Override
    public ResponseEntity<Void> cohortsCalculationHistoryRetrieve(String projectId, Integer id) {
        return UndocumentedBodies.calculations(cohorts.calculations(project(), id));
    }

    private static int project() {
        return Caller.current().project();
    }
}
