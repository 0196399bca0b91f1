package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import java.util.Map;
import java.util.Optional;

/**
 * What PostHog's handlers do once key and scope are granted: refuse the method, look the object up, read the body. Only the contract's
 * stubs name this transformer, so a stub of the user answers as it says.
 */
final class ContractAnswers implements ResponseDefinitionTransformerV2 {
    /** The name under which a stub asks for it. */
    static final String NAME = "contract-answers";

    private final Routes routes;
    private final Stage stage;

    ContractAnswers(Routes routes, Stage stage) {
        this.routes = routes;
        this.stage = stage;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Request request = event.getRequest();
        ResponseDefinition granted = event.getResponseDefinition();
        return routes.find(request)
                .map(route -> {
                    var refusal = stage.decide(request, route, refusal(request, route));
                    return stage.answer(request, route, refusal, granted);
                })
                .orElse(granted);
    }

    private static Optional<Refusal> refusal(Request request, Route route) {
        String method = request.getMethod().value();
        var operation = route.operation(method);
        return operation.isPresent()
                ? refusal(request, route, operation.get())
                : Optional.of(methodNotAllowed(method, route));
    }

    private static Optional<Refusal> refusal(Request request, Route route, Operation operation) {
        if (operation.success().isError()) {
            return Optional.empty();
        }
        return unknownObject(route, operation)
                .or(() -> BodyReader.refusal(operation, request)
                        .map(error -> Refusal.of(Refusal.Reason.BAD_INPUT, error)));
    }

    private static Refusal methodNotAllowed(String method, Route route) {
        var answer = PostHogError.methodNotAllowed(method).answer().withHeader("Allow", route.allow());
        return new Refusal(Refusal.Reason.OTHER_METHOD, answer);
    }

    private static Optional<Refusal> unknownObject(Route route, Operation operation) {
        return operation.pathParameters().stream()
                .filter(parameter -> !KnownIds.isPlace(parameter))
                .filter(parameter -> !KnownIds.exists(parameter, route.values().getOrDefault(parameter.name(), "")))
                .findFirst()
                .map(parameter -> new Refusal(Refusal.Reason.UNKNOWN_OBJECT, notFound(operation)));
    }

    private static Answer notFound(Operation operation) {
        boolean withoutBody = operation
                .response(404)
                .map(Response::content)
                .map(content -> content.isEmpty())
                .orElse(false);
        return withoutBody
                ? new Answer(404, Map.of(), "")
                : PostHogError.notFound("Not found.").answer();
    }
}
