package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.mock.handler.OperationHandler;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.preferences.PreferenceResolver;
import dev.core7.mock.routing.Route;
import dev.core7.mock.validation.RequestViolation;
import dev.core7.mock.validation.ViolationJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Replaces the response of a contract's stub by what the handler returns. Only the contract's stubs name this transformer, so
 * WireMock serves a user's stub unchanged.
 */
public final class ContractResponseTransformer implements ResponseDefinitionTransformerV2 {
    /** The name by which a stub selects this transformer. */
    static final String NAME = "contract-answers";

    private final Supplier<ServedContract> contract;
    private final PreferenceResolver preferences;
    private final ViolationJournal violations;

    /** @param contract the contract that is served now */
    public ContractResponseTransformer(
            Supplier<ServedContract> contract, PreferenceResolver preferences, ViolationJournal violations) {
        this.contract = contract;
        this.preferences = preferences;
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
        var request = WireMockMessages.request(event.getRequest());
        var stubDefinition = event.getResponseDefinition();
        var served = contract.get();
        return served.router()
                .find(request.path())
                .map(route -> respond(request, route, stubDefinition, served.handler()))
                .orElse(stubDefinition);
    }

    private ResponseDefinition respond(
            MockRequest request, Route route, ResponseDefinition stubDefinition, OperationHandler handler) {
        var validation = handler.validate(request, route);
        var documented = handler.negotiate(request, route, WireMockMessages.response(stubDefinition));
        var preferred = preferences.of(request, route);
        var violationsFound = new ArrayList<>(validation.violations());
        if (preferred.isEmpty()) {
            return report(
                    violationsFound,
                    definition(stubDefinition, handler.handle(request, route, validation, documented)));
        }
        violationsFound.addAll(0, preferences.violations(request, route));
        var response = preferred
                .get()
                .instead()
                .map(instead -> handler.adapt(request, route, instead))
                .or(() -> preferred
                        .get()
                        .dynamic(documented, request)
                        .map(generated -> handler.handleWithoutState(request, route, validation, generated)))
                .orElseGet(() -> handler.handle(request, route, validation, documented));
        return report(
                violationsFound, ResponseDisturbance.apply(preferred.get(), definition(stubDefinition, response)));
    }

    private ResponseDefinition report(List<RequestViolation> found, ResponseDefinition response) {
        if (found.isEmpty()) {
            return response;
        }
        violations.report(found);
        var builder = ResponseDefinitionBuilder.like(response).but();
        ViolationJournal.headers(found).forEach(builder::withHeader);
        return builder.build();
    }

    /** Keeps the stub's definition if the response equals it: a stub that the user edited can hold more than a response. */
    private static ResponseDefinition definition(ResponseDefinition stubDefinition, MockResponse response) {
        return response.equals(WireMockMessages.response(stubDefinition))
                ? stubDefinition
                : WireMockMessages.definition(response);
    }
}
