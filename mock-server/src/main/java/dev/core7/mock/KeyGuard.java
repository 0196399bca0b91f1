package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.Operation;
import java.util.Optional;
import java.util.Set;

/**
 * Holds keys to their scopes before any stub is looked at, in PostHog's order: credentials, project or organization,
 * the key's project, scope. A path that the contract does not have needs no key.
 */
final class KeyGuard implements StubRequestFilterV2 {
    private final Routes routes;
    private final Set<String> scopes;

    KeyGuard(Routes routes, Set<String> scopes) {
        this.routes = routes;
        this.scopes = scopes;
    }

    @Override
    public String getName() {
        return "key-guard";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        return routes.find(request)
                .flatMap(route -> answer(request, route))
                .map(RequestFilterAction::stopWith)
                .orElseGet(() -> RequestFilterAction.continueWith(request));
    }

    private Optional<ResponseDefinition> answer(Request request, Route route) {
        String method = request.getMethod().value();
        if (method.equals("OPTIONS")) {
            return Optional.of(ResponseDefinitionBuilder.responseDefinition()
                    .withStatus(204)
                    .withHeader("Allow", route.allow())
                    .build());
        }
        return refusal(request, method, route).map(PostHogError::response);
    }

    private Optional<PostHogError> refusal(Request request, String method, Route route) {
        var credentials = Credentials.of(request);
        if (credentials.isEmpty()) {
            return Optional.of(PostHogError.notAuthenticated());
        }
        var key = MockKey.parse(credentials.get().text(), scopes);
        if (key.isEmpty()) {
            return Optional.of(PostHogError.unknownKey(credentials.get().source()));
        }
        return unknownPlace(route.any(), route)
                .or(() -> forbiddenPlace(key.get(), route))
                .or(() -> route.operation(method)
                        .flatMap(operation -> key.get().firstMissing(operation.scopes()))
                        .map(PostHogError::missingScope));
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
