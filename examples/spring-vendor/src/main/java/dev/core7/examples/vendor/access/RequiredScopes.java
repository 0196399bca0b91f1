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

/** The scopes that each operation requires, as on the page. */
final class RequiredScopes {
    private static final List<Rule> RULES = List.of(
            rule(DELETE, RolesApi.PATH_ROLES_DESTROY, "organization:write"),
            rule(GET, AnnotationsApi.PATH_ANNOTATIONS_LIST, "annotation:read"),
            rule(POST, AnnotationsApi.PATH_ANNOTATIONS_CREATE, "annotation:write"),
            rule(GET, AnnotationsApi.PATH_ANNOTATIONS_RETRIEVE, "annotation:read"),
            rule(PATCH, AnnotationsApi.PATH_ANNOTATIONS_PARTIAL_UPDATE, "annotation:write"),
            rule(DELETE, AnnotationsApi.PATH_ANNOTATIONS_DESTROY, "annotation:write"),
            rule(GET, CohortsApi.PATH_COHORTS_LIST, "cohort:read"),
            rule(POST, CohortsApi.PATH_COHORTS_CREATE, "cohort:write"),
            rule(GET, CohortsApi.PATH_COHORTS_RETRIEVE, "cohort:read"),
            rule(PATCH, CohortsApi.PATH_COHORTS_PARTIAL_UPDATE, "cohort:write"),
            rule(DELETE, CohortsApi.PATH_COHORTS_DESTROY, "cohort:write"),
            rule(GET, CohortsApi.PATH_COHORTS_ACTIVITY_RETRIEVE, "activity_log:read"),
            rule(PATCH, CohortsApi.PATH_COHORTS_ADD_PERSONS_TO_STATIC_COHORT_PARTIAL_UPDATE, "cohort:write"),
            rule(GET, CohortsApi.PATH_COHORTS_CALCULATION_HISTORY_RETRIEVE, "cohort:read"),
            rule(GET, CohortsApi.PATH_COHORTS_PERSONS_RETRIEVE, "cohort:read", "person:read"),
            rule(PATCH, CohortsApi.PATH_COHORTS_REMOVE_PERSON_FROM_STATIC_COHORT_PARTIAL_UPDATE, "cohort:write"),
            rule(GET, CohortsApi.PATH_COHORTS_ALL_ACTIVITY_RETRIEVE, "activity_log:read"),
            rule(GET, CommentsApi.PATH_COMMENTS_LIST, "comment:read"));

    private RequiredScopes() {}

    /** Returns the scopes of an operation, if it exists; {@code path} has no slash at its end. */
    static Optional<List<String>> of(HttpMethod method, PathContainer path) {
        var effective = method.equals(HEAD) ? GET : method;
        return RULES.stream()
                .filter(rule -> rule.method.equals(effective) && rule.path.matches(path))
                .min(Comparator.comparing(Rule::path))
                .map(Rule::scopes);
    }

    private static Rule rule(HttpMethod method, String path, String... scopes) {
        return new Rule(method, PathPatternParser.defaultInstance.parse(path.replaceFirst("/$", "")), List.of(scopes));
    }

    private record Rule(HttpMethod method, PathPattern path, List<String> scopes) {}
}
