package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
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

    private final Supplier<Play> play;
    private final Violations violations;

    BehindStubs(Supplier<Play> play, Violations violations) {
        this.play = play;
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
        Request request = event.getRequest();
        ResponseDefinition granted = event.getResponseDefinition();
        return play.get()
                .routes()
                .find(Incoming.of(request).path())
                .map(route -> answer(request, route, granted))
                .orElse(granted);
    }

    private ResponseDefinition answer(Request request, Route route, ResponseDefinition granted) {
        var incoming = Incoming.of(request);
        var answers = play.get().answers();
        var inspection = answers.inspect(incoming, route);
        var preferred = PreferredAnswers.of(request, route);
        var found = new ArrayList<>(inspection.violations());
        preferred.ifPresent(p -> found.addAll(0, p.unknown(incoming)));
        var answer = preferred
                .flatMap(PreferredAnswers::instead)
                .orElseGet(() -> like(granted, answers.answer(incoming, route, inspection, Answer.of(granted))));
        return violations.tell(found, preferred.map(p -> p.disturbed(answer)).orElse(answer));
    }

    /** A stub that the user edited can hold more than an answer does; it stays as it is where nothing is to be changed. */
    private static ResponseDefinition like(ResponseDefinition granted, Answer answer) {
        return answer.equals(Answer.of(granted)) ? granted : answer.definition();
    }
}
