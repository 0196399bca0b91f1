package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.core7.contract.Contract;
import dev.core7.contract.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The contract's stubs as a folder that any WireMock loads: the examples, asked for with a key, and a refusal of what comes
 * without one. Scopes, validation and state need the mock itself.
 */
public final class WireMockFolder {
    private static final String AUTHORIZATION = "Authorization";

    private WireMockFolder() {}

    /**
     * Writes one file a stub into {@code mappings}.
     *
     * @return how many files it wrote
     * @throws InputException where it cannot write there
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
        var play = new PlayedContract(contract, new Stage(), new Inspector(Validation.OFF), Optional.empty());
        var stubs = new ArrayList<StubMapping>();
        ContractMappings.stubs(play).forEach(stub -> stubs.add(byItself(stub)));
        stubs.add(refusal(play.routes()));
        return stubs;
    }

    /** A stub that asks for a key and needs no transformer. */
    private static StubMapping byItself(MappingBuilder stub) {
        var mapping =
                stub.withHeader(AUTHORIZATION, WireMock.matching("Bearer .+")).build();
        boolean isOfAnOperation = mapping.getMetadata() != null;
        var answer = isOfAnOperation
                ? Answer.of(mapping.getResponse())
                : PostHogError.ofStatus(mapping.getResponse().getStatus()).answer();
        mapping.setResponse(answer.definition());
        return mapping;
    }

    private static StubMapping refusal(Routes routes) {
        var stub = ContractMappings.named(WireMock.any(WireMock.urlPathMatching(routes.regex())), "not authenticated")
                .atPriority(ContractMappings.LAST + 1)
                .build();
        stub.setResponse(PostHogError.notAuthenticated().answer().definition());
        return stub;
    }

    private static String fileName(StubMapping stub) {
        return stub.getName().replaceAll("[^A-Za-z0-9_]", "-") + ".json";
    }
}
