package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Does not check the key in another legal form of a request, or responds to that form in another way. */
final class FormFaults implements FaultFamily {
    private static final String HEAD = "HEAD";
    private static final String QUERY = "query string";
    private static final String BODY = "body";

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var operation = faults.operation();
        if (operation.success().status() / 100 != 2) {
            return;
        }
        forms(operation)
                .forEach((form, hasForm) -> faults.add(
                        "form-needs-no-scope",
                        form,
                        "requires no scope in the form " + form,
                        FaultBehaviors.accepting(Reason.MISSING_SCOPE, hasForm)));
        faults.add(
                "form-accepts-unknown-keys",
                "key-in-query",
                "accepts unknown keys in the query",
                FaultBehaviors.accepting(
                        Reason.UNKNOWN_KEY, request -> request.keySource().equals(QUERY)));
        // What uses up an object is sent in the usual form only.
        if (!operation.method().equals("DELETE")) {
            faults.add(
                    "path-needs-slash",
                    "knows only the path with the slash at the end",
                    FaultBehaviors.refusing(request -> request.url().base().endsWith("/"), PostHogError.ofStatus(404)));
        }
        if (operation.isSafe()) {
            faults.add("head-differs", "responds to HEAD with another media type", changingHead());
        }
    }

    private static Map<String, Predicate<RequestContext>> forms(Operation operation) {
        var forms = new LinkedHashMap<String, Predicate<RequestContext>>();
        forms.put("no-slash", request -> !request.url().base().endsWith("/"));
        forms.put("key-in-query", request -> request.keySource().equals(QUERY));
        if (operation.isSafe()) {
            forms.put("head", request -> request.method().equals(HEAD));
        }
        if (operation.body().isPresent()) {
            forms.put("not-plain-json", request -> !request.contentType().equals(MediaType.JSON));
            forms.put("key-in-body", request -> request.keySource().equals(BODY));
        }
        if (operation.success().content().size() > 1) {
            forms.put("format", request -> !request.url().value("format").isEmpty());
        }
        return forms;
    }

    private static FaultBehavior changingHead() {
        return new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return refusal.isEmpty() && request.method().equals(HEAD)
                        ? response.withBody("text/plain", response.body())
                        : response;
            }
        };
    }
}
