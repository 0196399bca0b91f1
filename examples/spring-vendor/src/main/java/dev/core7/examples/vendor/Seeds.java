package dev.core7.examples.vendor;

import dev.core7.examples.vendor.access.Accounts;
import dev.core7.examples.vendor.store.Annotations;
import dev.core7.examples.vendor.store.Charts;
import dev.core7.examples.vendor.store.Cohorts;
import dev.core7.examples.vendor.store.Persons;
import dev.core7.examples.vendor.store.Roles;
import dev.core7.server.model.Annotation;
import dev.core7.server.model.AnnotationRequest;
import dev.core7.server.model.Cohort;
import dev.core7.server.model.CohortFilter;
import dev.core7.server.model.CohortFilterGroup;
import dev.core7.server.model.CohortFilters;
import dev.core7.server.model.CohortPerson;
import dev.core7.server.model.CohortRequest;
import dev.core7.server.model.UserBasic;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Creates the initial objects: objects to list, and objects that no operation can create. */
@Component
class Seeds {
    /** The creation time of the first object of each kind; each further object is one minute younger. */
    static final OffsetDateTime START = OffsetDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);

    private static final int ROLES = 12;
    private static final int PERSONS = 3;
    private static final int ANNOTATIONS = 5;

    private final Annotations annotations;
    private final Cohorts cohorts;
    private final CommentSeeds comments;
    private final Persons persons;

    Seeds(
            Accounts accounts,
            Annotations annotations,
            Charts charts,
            Cohorts cohorts,
            CommentSeeds comments,
            Persons persons,
            Roles roles) {
        this.annotations = annotations;
        this.cohorts = cohorts;
        this.comments = comments;
        this.persons = persons;
        roles().forEach(id -> roles.add(id, "Role " + id));
        for (int project : accounts.projects()) {
            insights(project).forEach(id -> charts.add(project, new Charts.Insight(id, "example" + id, "Sign-ups")));
            dashboards(project).forEach(id -> charts.add(project, new Charts.Dashboard(id, "Overview")));
            addPersons(project);
            addAnnotations(project, accounts.user("admin").basic());
            addCohorts(project, accounts.user("member").basic());
            comments.add(project);
        }
    }

    /** Returns the ids of the roles of the organization. */
    List<UUID> roles() {
        return IntStream.range(0, ROLES).mapToObj(i -> id(0x0190cccc, i)).toList();
    }

    /** Returns the ids of the persons of a project. */
    List<UUID> persons(int project) {
        return IntStream.range(0, PERSONS)
                .mapToObj(i -> id(0x0190dddd, 1000 * project + i))
                .toList();
    }

    /** Returns the ids of the insights of a project. */
    List<Integer> insights(int project) {
        return List.of(10 * project);
    }

    /** Returns the ids of the dashboards of a project. */
    List<Integer> dashboards(int project) {
        return List.of(100 * project);
    }

    /** Returns the ids of the comments of a project. */
    List<UUID> comments(int project) {
        return comments.ids(project);
    }

    /** Returns the ids of the annotations of a project. */
    List<Integer> annotations(int project) {
        return annotations.list(project, null).stream().map(Annotation::getId).toList();
    }

    /** Returns the ids of the cohorts of a project. */
    List<Integer> cohorts(int project) {
        return cohorts.list(project).stream().map(Cohort::getId).toList();
    }

    private void addPersons(int project) {
        int minute = 0;
        for (UUID id : persons(project)) {
            var visitor = "visitor-" + ++minute;
            persons.add(
                    project,
                    new CohortPerson()
                            .id(id.toString())
                            .uuid(id)
                            .type("person")
                            .name(visitor + "@vendor.example")
                            .distinctIds(List.of(visitor, "device-" + visitor))
                            .properties(Map.of("email", visitor + "@vendor.example", "visits", minute))
                            .createdAt(START.plusMinutes(minute))
                            .lastSeenAt(null)
                            .isIdentified(true)
                            .matchedRecordings(List.of())
                            .valueAtDataPoint(null));
        }
    }

    private void addAnnotations(int project, UserBasic by) {
        for (int i = 1; i <= ANNOTATIONS; i++) {
            var sent = new AnnotationRequest()
                    .content("Release " + i + " of project " + project)
                    .dateMarker(START.plusMinutes(i))
                    .scope(AnnotationRequest.ScopeEnum.PROJECT);
            annotations.create(project, sent, by);
        }
        var attached = new AnnotationRequest()
                .content("Sign-ups were not counted")
                .dateMarker(START)
                .dashboardItem(insights(project).get(0))
                .dashboardId(dashboards(project).get(0));
        annotations.create(project, attached, by);
    }

    private void addCohorts(int project, UserBasic by) {
        var email =
                new CohortFilter("person").key("email").value("vendor.example").operator("icontains");
        var filters = new CohortFilters(new CohortFilterGroup().type("OR").values(List.of(email)));
        cohorts.create(project, new CohortRequest().name("Visitors").filters(filters), by);
        var first = List.of(persons(project).get(0).toString());
        cohorts.create(
                project,
                new CohortRequest().name("First visitors").isStatic(true).createStaticPersonIds(first),
                by);
    }

    /** Returns the id with the number {@code n} of a kind. */
    static UUID id(int kind, long n) {
        return new UUID((long) kind << 32 | 0x7000, 0x8000_0000_0000_0000L | n);
    }
}
