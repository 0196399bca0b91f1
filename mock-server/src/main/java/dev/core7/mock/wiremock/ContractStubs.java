package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import dev.core7.contract.Operation;
import dev.core7.mock.handler.DocumentedResponse;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.routing.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.WeakHashMap;

/**
 * The WireMock stubs of served contracts: one for each operation, named by its {@code operationId}, one for each parameter value
 * that selects another media type, and one that refuses all other methods. A contract's stubs are built on first use.
 */
public final class ContractStubs {
    /** Lower than WireMock's default for a user's stub, 5, so that those win. */
    private static final int PRIORITY = 100;

    /** The priority of the stub for all other methods. */
    static final int LAST_PRIORITY = PRIORITY + 1;

    private static final int MEDIA_TYPE_PRIORITY = PRIORITY - 1;

    /** Weak, because the served contract can be replaced. */
    private final Map<ServedContract, Map<UUID, StubMapping>> built = new WeakHashMap<>();

    /** Returns the stubs of a contract by id, in the order in which WireMock loads them. */
    synchronized Map<UUID, StubMapping> of(ServedContract contract) {
        return built.computeIfAbsent(contract, ContractStubs::build);
    }

    /** Returns the stub for one documented response of a contract. */
    public StubMapping of(ServedContract contract, DocumentedResponse documented) {
        return Objects.requireNonNull(of(contract).get(documented.id()));
    }

    private static Map<UUID, StubMapping> build(ServedContract contract) {
        var stubs = new LinkedHashMap<UUID, StubMapping>();
        builders(contract).forEach(builder -> {
            var stub = builder.build();
            stubs.put(stub.getId(), stub);
        });
        return stubs;
    }

    /** Returns builders for all stubs of a contract. */
    static List<MappingBuilder> builders(ServedContract contract) {
        var stubs = new ArrayList<MappingBuilder>();
        for (Operation operation : contract.operations()) {
            String path = contract.router().regex(operation);
            contract.documented(operation).forEach(documented -> stubs.add(stub(operation, documented, path)));
        }
        stubs.add(methodNotAllowed(contract.router()));
        return stubs;
    }

    /** A stub, so that a user's stub can add a method to a path of the contract. */
    private static MappingBuilder methodNotAllowed(Router router) {
        return named(
                        WireMock.any(WireMock.urlPathMatching(router.regex())),
                        DocumentedResponse.METHOD_NOT_ALLOWED.name())
                .atPriority(LAST_PRIORITY)
                .willReturn(WireMock.status(405).withTransformers(ContractResponseTransformer.NAME));
    }

    private static MappingBuilder stub(Operation operation, DocumentedResponse documented, String path) {
        var stub = named(WireMock.request(method(operation), WireMock.urlPathMatching(path)), documented.name())
                .withMetadata(Map.of("operationId", operation.id()))
                .willReturn(ResponseDefinitionBuilder.like(WireMockMessages.definition(documented.response()))
                        .but()
                        .withTransformers(ContractResponseTransformer.NAME))
                .atPriority(PRIORITY);
        documented
                .format()
                .ifPresent(format -> stub.atPriority(MEDIA_TYPE_PRIORITY)
                        .withQueryParam(format.parameter(), WireMock.equalTo(format.value())));
        return stub;
    }

    /** Sets the name of a stub and the id that belongs to it. */
    static MappingBuilder named(MappingBuilder stub, String name) {
        return stub.withId(DocumentedResponse.id(name)).withName(name);
    }

    private static String method(Operation operation) {
        return operation.method().equals("GET") ? RequestMethod.GET_OR_HEAD.value() : operation.method();
    }
}
