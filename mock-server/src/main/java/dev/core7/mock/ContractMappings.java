package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Makes one stub of each operation, named by its {@code operationId}, and one more for each parameter value that asks for
 * another media type; one last stub refuses the other methods of its paths. WireMock asks for them again whenever its mappings
 * are reset.
 */
final class ContractMappings implements MappingsLoaderExtension {
    /** A stub of the user has WireMock's default, 5, and so wins over these. */
    private static final int PRIORITY = 100;

    /** The stub that takes what the stubs of the operations leave. */
    static final int LAST = PRIORITY + 1;

    private static final int PRIORITY_OF_A_MEDIA_TYPE = PRIORITY - 1;

    private final Supplier<PlayedContract> play;

    ContractMappings(Supplier<PlayedContract> play) {
        this.play = play;
    }

    @Override
    public String getName() {
        return "contract-mappings";
    }

    @Override
    public void loadMappingsInto(StubMappings stubs) {
        play.get().stubs().values().forEach(stubs::addMapping);
    }

    /** The stubs of the operations, and one for what they leave. */
    static List<MappingBuilder> stubs(PlayedContract play) {
        var stubs = new ArrayList<MappingBuilder>();
        for (Operation operation : play.contract().operations()) {
            String path = play.routes().regex(operation);
            play.documented(operation).forEach(documented -> stubs.add(stub(operation, documented, path)));
        }
        stubs.add(methodNotAllowed(play.routes()));
        return stubs;
    }

    /** A stub, not a refusal of the guard, so that the user can add a method to a path of the contract. */
    private static MappingBuilder methodNotAllowed(Routes routes) {
        return named(WireMock.any(WireMock.urlPathMatching(routes.regex())), Documented.NOT_OFFERED.name())
                .atPriority(LAST)
                .willReturn(WireMock.status(405).withTransformers(BehindStubs.NAME));
    }

    private static MappingBuilder stub(Operation operation, Documented documented, String path) {
        var stub = named(WireMock.request(method(operation), WireMock.urlPathMatching(path)), documented.name())
                .withMetadata(Map.of("operationId", operation.id()))
                .willReturn(ResponseDefinitionBuilder.like(documented.answer().definition())
                        .but()
                        .withTransformers(BehindStubs.NAME))
                .atPriority(PRIORITY);
        documented
                .asked()
                .ifPresent(asked -> stub.atPriority(PRIORITY_OF_A_MEDIA_TYPE)
                        .withQueryParam(asked.parameter(), WireMock.equalTo(asked.value())));
        return stub;
    }

    static MappingBuilder named(MappingBuilder stub, String name) {
        return stub.withId(Documented.stubId(name)).withName(name);
    }

    private static String method(Operation operation) {
        return operation.method().equals("GET") ? RequestMethod.GET_OR_HEAD.value() : operation.method();
    }
}
