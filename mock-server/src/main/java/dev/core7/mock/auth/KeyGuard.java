package dev.core7.mock.auth;

import dev.core7.contract.Operation;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import dev.core7.mock.routing.KnownIds;
import dev.core7.mock.routing.Route;
import java.util.Optional;
import java.util.Set;

/**
 * Checks whether a request's key permits it, in PostHog's order: credentials, project or organization, the key's project,
 * scope.
 */
public final class KeyGuard {
    /** The scope of the route that a key limited to a project may use although it names no project. */
    private static final Set<String> OWN_USER = Set.of("user:read");

    private final KnownKeys keys;

    /** Creates a guard that accepts these keys. */
    public KeyGuard(KnownKeys keys) {
        this.keys = keys;
    }

    /** Returns the key of a request; empty if it has none, or one that does not exist. */
    public Optional<MockKey> key(MockRequest request) {
        return Credentials.of(request).flatMap(credentials -> keys.find(credentials.text()));
    }

    /** Returns why a request is refused; empty if its key permits it. */
    public Optional<Refusal> refusal(MockRequest request, Route route) {
        return refusal(
                request,
                route,
                route.operation(request.method()).map(Operation::scopes).orElse(Set.of()));
    }

    /** Returns why a request is refused that needs these scopes; empty if its key permits it. */
    public Optional<Refusal> refusal(MockRequest request, Route route, Set<String> needed) {
        var credentials = Credentials.of(request);
        if (credentials.isEmpty()) {
            return Optional.of(Refusal.of(Reason.NO_KEY, PostHogError.notAuthenticated()));
        }
        var key = keys.find(credentials.get().text());
        if (key.isEmpty()) {
            var error = PostHogError.unknownKey(credentials.get().source());
            return Optional.of(Refusal.of(Reason.UNKNOWN_KEY, error));
        }
        return unknownParent(route.any(), route)
                .map(error -> Refusal.of(Reason.UNKNOWN_PARENT, error))
                .or(() -> forbiddenParent(key.get(), route).map(error -> Refusal.of(Reason.FOREIGN_KEY, error)))
                .or(() -> key.get()
                        .firstMissing(needed)
                        .map(scope -> Refusal.of(Reason.MISSING_SCOPE, PostHogError.missingScope(scope))));
    }

    private static Optional<PostHogError> unknownParent(Operation operation, Route route) {
        return operation.pathParameters().stream()
                .filter(KnownIds::isParent)
                .filter(parent -> !KnownIds.exists(parent, route.values().getOrDefault(parent.name(), "")))
                .findFirst()
                .map(parent -> PostHogError.notFound(
                        parent.name().equals(KnownIds.PROJECT) ? "Project not found." : "Organization not found."));
    }

    private static Optional<PostHogError> forbiddenParent(MockKey key, Route route) {
        String project = route.values().get(KnownIds.PROJECT);
        if (key.project().isEmpty() || KnownIds.CURRENT.equals(project)) {
            return Optional.empty();
        }
        if (project == null) {
            return route.any().scopes().equals(OWN_USER)
                    ? Optional.empty()
                    : Optional.of(PostHogError.projectKeyElsewhere());
        }
        return key.project().get().equals(project) ? Optional.empty() : Optional.of(PostHogError.otherProject(project));
    }
}
