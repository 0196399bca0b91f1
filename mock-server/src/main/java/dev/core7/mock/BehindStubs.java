package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Puts the contract's answer in the place of what one of its stubs would answer. Only the contract's stubs name this transformer, so a
 * stub of the user answers as it says.
 */
final class BehindStubs implements ResponseDefinitionTransformerV2 {
    /** The name under which a stub asks for it. */
    static final String NAME = "contract-answers";

    private final Supplier<PlayedContract> play;
    private final PreferredAnswers preferredAnswers;
    private final Violations violations;

    BehindStubs(Supplier<PlayedContract> play, PreferredAnswers preferredAnswers, Violations violations) {
        this.play = play;
        this.preferredAnswers = preferredAnswers;
        this.violations = violations;
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
        var request = Incoming.of(event.getRequest());
        var granted = event.getResponseDefinition();
        var now = play.get();
        return now.routes()
                .find(request.path())
                .map(route -> answer(request, route, granted, now.answers()))
                .orElse(granted);
    }

    private ResponseDefinition answer(
            Incoming request, Route route, ResponseDefinition granted, ContractAnswers answers) {
        var inspection = answers.inspect(request, route);
        var documented = answers.accepted(request, route, Answer.of(granted));
        var preferred = preferredAnswers.of(request, route);
        var found = new ArrayList<>(inspection.violations());
        if (preferred.isEmpty()) {
            return violations.tell(found, like(granted, answers.answer(request, route, inspection, documented)));
        }
        found.addAll(0, preferredAnswers.unknown(request, route));
        var answer = preferred
                .get()
                .instead()
                .or(() -> preferred
                        .get()
                        .dynamic(documented)
                        .map(madeUp -> answers.replayed(request, route, inspection, madeUp)))
                .orElseGet(() -> answers.answer(request, route, inspection, documented));
        return violations.tell(found, preferred.get().disturbed(like(granted, answer)));
    }

    /** A stub that the user edited can hold more than an answer does; it stays as it is where nothing is to be changed. */
    private static ResponseDefinition like(ResponseDefinition granted, Answer answer) {
        return answer.equals(Answer.of(granted)) ? granted : answer.definition();
    }
}
