package dev.core7.examples.vendor.access;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import dev.core7.server.api.AnnotationsApi;
import dev.core7.server.api.CohortsApi;
import dev.core7.server.api.CommentsApi;
import dev.core7.server.api.RolesApi;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The scopes that an operation needs, all of them, as the page lists them: the one place that says so. */
final class RequiredScopes {
    private static final List<Line> LINES = List.of(
            line(DELETE, RolesApi.PATH_ROLES_DESTROY, "organization:write"),
            line(GET, AnnotationsApi.PATH_ANNOTATIONS_LIST, "annotation:read"),
            line(POST, AnnotationsApi.PATH_ANNOTATIONS_CREATE, "annotation:write"),
            line(GET, AnnotationsApi.PATH_ANNOTATIONS_RETRIEVE, "annotation:read"),
            line(PATCH, AnnotationsApi.PATH_ANNOTATIONS_PARTIAL_UPDATE, "annotation:write"),
            line(DELETE, AnnotationsApi.PATH_ANNOTATIONS_DESTROY, "annotation:write"),
            line(GET, CohortsApi.PATH_COHORTS_LIST, "cohort:read"),
            line(POST, CohortsApi.PATH_COHORTS_CREATE, "cohort:write"),
            line(GET, CohortsApi.PATH_COHORTS_RETRIEVE, "cohort:read"),
            line(PATCH, CohortsApi.PATH_COHORTS_PARTIAL_UPDATE, "cohort:write"),
            line(DELETE, CohortsApi.PATH_COHORTS_DESTROY, "cohort:write"),
            line(GET, CohortsApi.PATH_COHORTS_ACTIVITY_RETRIEVE, "activity_log:read"),
            line(PATCH, CohortsApi.PATH_COHORTS_ADD_PERSONS_TO_STATIC_COHORT_PARTIAL_UPDATE, "cohort:write"),
            line(GET, CohortsApi.PATH_COHORTS_CALCULATION_HISTORY_RETRIEVE, "cohort:read"),
            line(GET, CohortsApi.PATH_COHORTS_PERSONS_RETRIEVE, "cohort:read", "person:read"),
            line(PATCH, CohortsApi.PATH_COHORTS_REMOVE_PERSON_FROM_STATIC_COHORT_PARTIAL_UPDATE, "cohort:write"),
            line(GET, CohortsApi.PATH_COHORTS_ALL_ACTIVITY_RETRIEVE, "activity_log:read"),
            line(GET, CommentsApi.PATH_COMMENTS_LIST, "comment:read"));

    private RequiredScopes() {}

    /** What the operation at {@code path}, which ends in no slash, needs; nothing where there is no operation. */
    static Optional<List<String>> of(HttpMethod method, PathContainer path) {
        var asked = method.equals(HEAD) ? GET : method;
        return LINES.stream()
                .filter(line -> line.method.equals(asked) && line.path.matches(path))
                .min(Comparator.comparing(Line::path))
                .map(Line::scopes);
    }

    private static Line line(HttpMethod method, String path, String... scopes) {
        return new Line(method, PathPatternParser.defaultInstance.parse(path.replaceFirst("/$", "")), List.of(scopes));
    }

    private record Line(HttpMethod method, PathPattern path, List<String> scopes) {}
}
