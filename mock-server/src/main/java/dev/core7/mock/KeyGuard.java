package dev.core7.mock;

import dev.core7.contract.Operation;
import dev.core7.mock.Refusal.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds keys to their scopes, in PostHog's order: credentials, project or organization, the key's project, scope.
 */
final class KeyGuard {
    private final Set<String> scopes;
    private final Stage stage;

    KeyGuard(Set<String> scopes, Stage stage) {
        this.scopes = scopes;
        this.stage = stage;
    }

    /** The answer to a request that is let no further; nothing: it is. */
    Optional<Answer> answer(Incoming request, Route route) {
        String method = request.method();
        if (method.equals("OPTIONS")) {
            return Optional.of(new Answer(204, Map.of("Allow", route.allow()), ""));
        }
        var refusal =
                stage.decide(() -> Call.of(request, route, Optional.empty(), scopes), refusal(request, method, route));
        return refusal.map(
                r -> stage.answer(() -> Call.of(request, route, Optional.empty(), scopes), refusal, r.answer()));
    }

    private Optional<Refusal> refusal(Incoming request, String method, Route route) {
        var credentials = Credentials.of(request);
        if (credentials.isEmpty()) {
            return Optional.of(Refusal.of(Reason.NO_KEY, PostHogError.notAuthenticated()));
        }
        var key = MockKey.parse(credentials.get().text(), scopes);
        if (key.isEmpty()) {
            var error = PostHogError.unknownKey(credentials.get().source());
            return Optional.of(Refusal.of(Reason.UNKNOWN_KEY, error));
        }
        return unknownPlace(route.any(), route)
                .map(error -> Refusal.of(Reason.UNKNOWN_PLACE, error))
                .or(() -> forbiddenPlace(key.get(), route).map(error -> Refusal.of(Reason.FOREIGN_KEY, error)))
                .or(() -> route.operation(method)
                        .flatMap(operation -> key.get().firstMissing(operation.scopes()))
                        .map(scope -> Refusal.of(Reason.MISSING_SCOPE, PostHogError.missingScope(scope))));
    }

    private static Optional<PostHogError> unknownPlace(Operation operation, Route route) {
        return operation.pathParameters().stream()
                .filter(KnownIds::isPlace)
                .filter(place -> !KnownIds.exists(place, route.values().getOrDefault(place.name(), "")))
                .findFirst()
                .map(place -> PostHogError.notFound(
                        place.name().equals(KnownIds.PROJECT) ? "Project not found." : "Organization not found."));
    }

    private static Optional<PostHogError> forbiddenPlace(MockKey key, Route route) {
        String project = route.values().get(KnownIds.PROJECT);
        if (key.project().isEmpty() || KnownIds.CURRENT.equals(project)) {
            return Optional.empty();
        }
        if (project == null) {
            return Optional.of(PostHogError.projectKeyElsewhere());
        }
        return key.project().get().equals(project) ? Optional.empty() : Optional.of(PostHogError.otherProject(project));
    }
}
