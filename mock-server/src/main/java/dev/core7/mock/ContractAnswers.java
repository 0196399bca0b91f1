package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import dev.core7.mock.state.State;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

/**
 * What PostHog's handlers do once key and scope are granted: refuse the method, look the object up, read the body, carry
 * the request out. Only the contract's stubs name this transformer, so a stub of the user answers as it says.
 */
final class ContractAnswers implements ResponseDefinitionTransformerV2 {
    /** The name under which a stub asks for it. */
    static final String NAME = "contract-answers";

    private final Routes routes;
    private final Inspector inspector;
    private final PreferredAnswers preferences;
    private final Violations violations;
    private final Stage stage;
    private final Optional<State> state;

    /** @param state what the mock keeps; empty: nothing, it replays examples */
    ContractAnswers(
            Routes routes,
            Inspector inspector,
            PreferredAnswers preferences,
            Violations violations,
            Stage stage,
            Optional<State> state) {
        this.routes = routes;
        this.inspector = inspector;
        this.preferences = preferences;
        this.violations = violations;
        this.stage = stage;
        this.state = state;
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
                .map(route -> answer(request, route, accepted(request, route, granted)))
                .orElse(granted);
    }

    private static ResponseDefinition accepted(Request request, Route route, ResponseDefinition granted) {
        return route.operation(request.getMethod().value())
                .map(operation -> Accepted.answer(request, operation, granted))
                .orElse(granted);
    }

    private ResponseDefinition answer(Request request, Route route, ResponseDefinition granted) {
        var inspection = inspector.inspect(request, route);
        var preferred = preferences.of(request, route);
        if (preferred.isPresent()) {
            var found = new ArrayList<>(preferences.unknown(request, route));
            found.addAll(inspection.violations());
            var answer = preferred
                    .get()
                    .instead()
                    .or(() -> preferred
                            .get()
                            .dynamic(granted)
                            .map(madeUp -> answer(request, route, inspection, madeUp, Optional.empty())))
                    .orElseGet(() -> usualAnswer(request, route, inspection, granted));
            return violations.tell(found, preferred.get().disturbed(answer));
        }
        return violations.tell(inspection.violations(), usualAnswer(request, route, inspection, granted));
    }

    private ResponseDefinition usualAnswer(
            Request request, Route route, Inspection inspection, ResponseDefinition granted) {
        return state.isPresent()
                ? answer(request, route, inspection, granted, state.get())
                : answer(request, route, inspection, granted, Optional.empty());
    }

    /** One request at a time: between look and act nobody else acts. */
    private ResponseDefinition answer(
            Request request, Route route, Inspection inspection, ResponseDefinition granted, State kept) {
        synchronized (kept) {
            var visit = route.operation(request.getMethod().value())
                    .filter(kept::knows)
                    .map(operation -> Visit.of(request, route, operation, Answer.of(granted), kept, stage));
            return answer(request, route, inspection, granted, visit);
        }
    }

    private ResponseDefinition answer(
            Request request, Route route, Inspection inspection, ResponseDefinition granted, Optional<Visit> visit) {
        var object = visit.flatMap(Visit::object);
        var refusal = stage.decide(request, route, object, refusal(request, route, inspection, visit));
        var answer = visit.isEmpty() || refusal.isPresent()
                ? granted
                : visit.get().carryOut(Answer.of(granted)).definition();
        return stage.answer(request, route, object, refusal, answer);
    }

    private static Optional<Refusal> refusal(
            Request request, Route route, Inspection inspection, Optional<Visit> visit) {
        String method = request.getMethod().value();
        var operation = route.operation(method);
        return operation.isPresent()
                ? refusal(route, operation.get(), inspection, visit)
                : Optional.of(methodNotAllowed(method, route));
    }

    private static Optional<Refusal> refusal(
            Route route, Operation operation, Inspection inspection, Optional<Visit> visit) {
        if (operation.success().isError()) {
            return Optional.empty();
        }
        return unknownObject(route, operation, visit)
                .or(() -> inspection.refusal().map(error -> Refusal.of(Refusal.Reason.BAD_INPUT, error)))
                .or(() -> visit.flatMap(Visit::objection));
    }

    private static Refusal methodNotAllowed(String method, Route route) {
        var answer = PostHogError.methodNotAllowed(method).answer().withHeader("Allow", route.allow());
        return new Refusal(Refusal.Reason.OTHER_METHOD, answer);
    }

    private static Optional<Refusal> unknownObject(Route route, Operation operation, Optional<Visit> visit) {
        boolean unknown = visit.isPresent()
                ? visit.get().isMissing()
                : operation.pathParameters().stream()
                        .filter(parameter -> !KnownIds.isPlace(parameter))
                        .anyMatch(parameter ->
                                !KnownIds.exists(parameter, route.values().getOrDefault(parameter.name(), "")));
        return unknown
                ? Optional.of(new Refusal(Refusal.Reason.UNKNOWN_OBJECT, notFound(operation)))
                : Optional.empty();
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
