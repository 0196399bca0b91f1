package dev.core7.mock;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.function.Supplier;

/** Lets the guard look at a request before WireMock looks for a stub. A path that the contract does not have needs no key. */
final class BeforeStubs implements StubRequestFilterV2 {
    private final Supplier<PlayedContract> play;

    BeforeStubs(Supplier<PlayedContract> play) {
        this.play = play;
    }

    @Override
    public String getName() {
        return "key-guard";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        var incoming = Incoming.of(request);
        var now = play.get();
        return now.routes()
                .find(incoming.path())
                .flatMap(route -> now.guard().answer(incoming, route))
                .map(answer -> RequestFilterAction.stopWith(answer.definition()))
                .orElseGet(() -> RequestFilterAction.continueWith(request));
    }
}
