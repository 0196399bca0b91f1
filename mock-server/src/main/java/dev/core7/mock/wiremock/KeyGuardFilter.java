package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.mock.handler.ServedContract;
import java.util.function.Supplier;

/** Checks the key of a request before WireMock looks for a stub. Paths that the contract does not have require no key. */
public final class KeyGuardFilter implements StubRequestFilterV2 {
    private final Supplier<ServedContract> contract;

    /** @param contract the contract that is served now */
    public KeyGuardFilter(Supplier<ServedContract> contract) {
        this.contract = contract;
    }

    @Override
    public String getName() {
        return "key-guard";
    }

    @Override
    public RequestFilterAction filter(Request wireMockRequest, ServeEvent event) {
        var request = WireMockMessages.request(wireMockRequest);
        var served = contract.get();
        return served.router()
                .find(request.path())
                .flatMap(route -> served.handler().beforeHandling(request, route))
                .map(response -> RequestFilterAction.stopWith(WireMockMessages.definition(response)))
                .orElseGet(() -> RequestFilterAction.continueWith(wireMockRequest));
    }
}
