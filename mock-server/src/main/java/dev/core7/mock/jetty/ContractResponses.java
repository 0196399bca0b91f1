package dev.core7.mock.jetty;

import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.routing.Route;
import dev.core7.mock.validation.ViolationJournal;
import dev.core7.mock.wiremock.BoundedRequestJournal;
import dev.core7.mock.wiremock.ContractStubs;
import java.util.Optional;

/** Responds to requests as WireMock would with the contract's stubs, and records them in its journal. */
record ContractResponses(ViolationJournal violations, BoundedRequestJournal journal, ContractStubs stubs) {
    /** Handles and records a request. Its caller must send the response. */
    FastServeEvent respond(JettyRequest request, Route route, ServedContract served) {
        var handler = served.handler();
        var refusal = handler.beforeHandling(request, route);
        var documented = served.documented(request, route);
        var response = refusal.orElseGet(() -> {
            var validation = handler.validate(request, route);
            var negotiated = handler.negotiate(request, route, documented.response());
            return violations.report(validation.violations(), handler.handle(request, route, validation, negotiated));
        });
        var event = new FastServeEvent(
                request,
                System.currentTimeMillis(),
                response,
                refusal.isPresent() ? Optional.empty() : Optional.of(documented),
                selected -> stubs.of(served, selected));
        // Before sending the response, because the client may then query the journal.
        journal.add(event);
        return event;
    }
}
