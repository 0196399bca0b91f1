package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import dev.core7.mock.handler.FaultHooks;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.routing.Router;
import dev.core7.mock.validation.RequestValidator;
import dev.core7.mock.validation.Validation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the contract's stubs to a folder that any WireMock loads: the examples for requests with a key, and a 401 for requests
 * without one. Scopes, validation and state need the mock itself.
 */
public final class WireMockFolder {
    private static final String AUTHORIZATION = "Authorization";

    private WireMockFolder() {}

    /**
     * Writes one file per stub into {@code mappings}.
     *
     * @return the number of files written
     * @throws InputException if the folder cannot be written
     */
    public static int write(Contract contract, Path folder) {
        var stubs = stubs(contract);
        try {
            var mappings = Files.createDirectories(folder.resolve("mappings"));
            for (StubMapping stub : stubs) {
                Files.writeString(mappings.resolve(fileName(stub)), StubMapping.buildJsonStringFor(stub) + "\n");
            }
        } catch (IOException e) {
            throw new InputException(folder + ": cannot be written: " + e.getMessage(), e);
        }
        return stubs.size();
    }

    private static List<StubMapping> stubs(Contract contract) {
        var served = new ServedContract(
                contract,
                () -> contract,
                new FaultHooks(),
                new RequestValidator(Validation.OFF),
                false,
                Optional.empty());
        var stubs = new ArrayList<StubMapping>();
        ContractStubs.builders(served).forEach(stub -> stubs.add(standalone(stub)));
        stubs.add(refusal(served.router()));
        return stubs;
    }

    /** Returns a stub that requires a key and works without a transformer. */
    private static StubMapping standalone(MappingBuilder stub) {
        var mapping =
                stub.withHeader(AUTHORIZATION, WireMock.matching("Bearer .+")).build();
        boolean isOfAnOperation = mapping.getMetadata() != null;
        var response = isOfAnOperation
                ? WireMockMessages.response(mapping.getResponse())
                : PostHogError.ofStatus(mapping.getResponse().getStatus()).response();
        mapping.setResponse(WireMockMessages.definition(response));
        return mapping;
    }

    private static StubMapping refusal(Router router) {
        var stub = ContractStubs.named(WireMock.any(WireMock.urlPathMatching(router.regex())), "not authenticated")
                .atPriority(ContractStubs.LAST_PRIORITY + 1)
                .build();
        stub.setResponse(
                WireMockMessages.definition(PostHogError.notAuthenticated().response()));
        return stub;
    }

    private static String fileName(StubMapping stub) {
        return stub.getName().replaceAll("[^A-Za-z0-9_]", "-") + ".json";
    }
}
