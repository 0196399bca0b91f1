package dev.core7.mock.posthog;

import dev.core7.contract.Json;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.auth.Credentials;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.http.RequestUrl;
import dev.core7.mock.routing.Route;
import dev.core7.mock.validation.BodyReading;
import dev.core7.mock.validation.Dialect;
import dev.core7.mock.validation.RefusedPart;
import dev.core7.mock.validation.RequestBody;
import dev.core7.mock.validation.StoredFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The habits of PostHog, for contracts with {@code x-dialect: posthog}. */
public final class PostHogDialect implements Dialect {
    /** The value of {@code x-dialect}. */
    public static final String NAME = "posthog";

    private final Formats formats = new Formats();
    private final QueryRules queryRules = new QueryRules(formats);

    @Override
    public BodyReading read(Operation operation, RequestBody body, StoredFields stored) {
        return MemberBodies.field(operation)
                .map(field -> MemberBodies.read(operation, field, body))
                .orElseGet(() -> Serializer.read(operation, body, stored));
    }

    @Override
    public List<RefusedPart> refusedParameters(Operation operation, RequestUrl url) {
        return queryRules.refused(operation, url);
    }

    @Override
    public Optional<RefusedPart> notAcceptable(MockRequest request, Operation operation) {
        return formats.notAcceptable(request, operation);
    }

    /** PostHog negotiates the media type first, and reads the body to find a key that is not in the header. */
    @Override
    public Optional<PostHogError> beforeKey(MockRequest request, Route route) {
        var operation = route.operation(request.method()).orElseGet(route::any);
        return queryRules
                .format(operation, RequestUrl.parse(request.url()))
                .or(() -> formats.notAcceptable(request, operation))
                .map(RefusedPart::error)
                .or(() -> Credentials.inHeader(request).isPresent()
                        ? Optional.empty()
                        : RequestBody.of(request).error());
    }

    /** On the paths of collections and objects, a method that is not offered has no scope, so no key can have it. */
    @Override
    public PostHogError methodNotOffered(String method, Route route) {
        return route.isCollectionOrObject()
                ? PostHogError.denied("This action does not support personal API key access")
                : PostHogError.methodNotAllowed(method);
    }

    @Override
    public Optional<Set<String>> scopesForOptions(Route route) {
        return Optional.of(route.operations().values().stream()
                .limit(1)
                .flatMap(operation -> operation.scopes().stream())
                .map(scope -> scope.replace(":write", ":read"))
                .collect(Collectors.toSet()));
    }

    @Override
    public MockResponse options(Route route) {
        var body = new TreeMap<String, Object>(Map.of(
                "name",
                route.any().summary(),
                "description",
                "",
                "renders",
                List.copyOf(formats.of(route.any()).values()),
                "parses",
                List.of(MediaType.JSON, "application/x-www-form-urlencoded", "multipart/form-data")));
        return new MockResponse(200, Map.of(MockResponse.CONTENT_TYPE, MediaType.JSON), Json.write(body));
    }

    @Override
    public MockResponse rendered(MockRequest request, Route route, MockResponse response) {
        return formats.rendered(request, route, response);
    }

    @Override
    public String detail(Operation operation, Reason reason, String detail) {
        boolean adds = operation.path().endsWith("/add_persons_to_static_cohort/");
        if (!adds && !operation.path().endsWith("/remove_person_from_static_cohort/")) {
            return detail;
        }
        return switch (reason) {
            case UNMET_PRECONDITION ->
                adds ? "Can only add users to static cohorts" : "Can only remove users from static cohorts";
            case UNKNOWN_MEMBER ->
                adds ? "No valid users to add to cohort" : "Person with this UUID does not exist in the cohort's team";
            default -> detail;
        };
    }
}
