package dev.core7.mock;

import dev.core7.contract.Operation;
import dev.core7.contract.Response;
import dev.core7.mock.state.Kept;
import dev.core7.mock.state.State;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What PostHog's handlers do once key and scope are granted: refuse the method, look the object up, read the body, carry
 * the request out.
 */
final class ContractAnswers {
    private final Set<String> scopes;
    private final Inspector inspector;
    private final Stage stage;
    private final Optional<State> state;

    /** @param state what the mock keeps; empty: nothing, it replays examples */
    ContractAnswers(Set<String> scopes, Inspector inspector, Stage stage, Optional<State> state) {
        this.scopes = scopes;
        this.inspector = inspector;
        this.stage = stage;
        this.state = state;
    }

    /** What the contract has against a request. */
    Inspection inspect(Incoming request, Route route) {
        return inspector.inspect(request, route);
    }

    /** What is granted, in the media type that the request likes best. */
    Answer accepted(Incoming request, Route route, Answer granted) {
        return route.operation(request.method())
                .map(operation -> Accepted.answer(request, operation, granted))
                .orElse(granted);
    }

    /** The answer of a mock that keeps nothing, whether it does or not. */
    Answer replayed(Incoming request, Route route, Inspection inspection, Answer granted) {
        return answer(request, route, inspection, granted, Optional.empty());
    }

    /** @param granted the answer if there is nothing against the request */
    Answer answer(Incoming request, Route route, Inspection inspection, Answer granted) {
        return state.isPresent()
                ? answer(request, route, inspection, granted, state.get())
                : replayed(request, route, inspection, granted);
    }

    /** One request at a time: between look and act nobody else acts. */
    private Answer answer(Incoming request, Route route, Inspection inspection, Answer granted, State kept) {
        synchronized (kept) {
            var visit = route.operation(request.method())
                    .filter(kept::knows)
                    .map(operation -> Visit.of(request, route, operation, granted, kept, stage, scopes));
            return answer(request, route, inspection, granted, visit);
        }
    }

    private Answer answer(Incoming request, Route route, Inspection inspection, Answer granted, Optional<Visit> visit) {
        Optional<Kept> object = visit.flatMap(Visit::object);
        var refusal = stage.decide(
                () -> Call.of(request, route, object, scopes), refusal(request.method(), route, inspection, visit));
        var answer =
                visit.isEmpty() || refusal.isPresent() ? granted : visit.get().carryOut(granted);
        return stage.answer(() -> Call.of(request, route, object, scopes), refusal, answer);
    }

    private static Optional<Refusal> refusal(String method, Route route, Inspection inspection, Optional<Visit> visit) {
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
