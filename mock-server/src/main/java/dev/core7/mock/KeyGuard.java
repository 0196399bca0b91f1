package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.Operation;
import dev.core7.mock.Refusal.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * Holds keys to their scopes before any stub is looked at, in PostHog's order: credentials, project or organization,
 * the key's project, scope. A path that the contract does not have needs no key.
 */
final class KeyGuard implements StubRequestFilterV2 {
    private final Routes routes;
    private final Set<String> scopes;
    private final Stage stage;

    KeyGuard(Routes routes, Set<String> scopes, Stage stage) {
        this.routes = routes;
        this.scopes = scopes;
        this.stage = stage;
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
        var refusal = stage.decide(request, route, Optional.empty(), refusal(request, method, route));
        return refusal.map(r -> stage.answer(
                request, route, Optional.empty(), refusal, r.answer().definition()));
    }

    private Optional<Refusal> refusal(Request request, String method, Route route) {
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
