package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.extension.MappingsLoaderExtension;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Makes one stub of each operation, named by its {@code operationId}, and one more for each parameter value that asks
 * for another media type; one last stub refuses the other methods of its paths. WireMock asks for them again whenever its mappings are reset.
 */
final class ContractMappings implements MappingsLoaderExtension {
    /** A stub of the user has WireMock's default, 5, and so wins over these. */
    private static final int PRIORITY = 100;

    /** The stub that takes what the stubs of the operations leave. */
    static final int LAST = PRIORITY + 1;

    private static final String METHOD_NOT_ALLOWED = "method not allowed";

    private static final int PRIORITY_OF_A_MEDIA_TYPE = PRIORITY - 1;

    private final Contract contract;
    private final Routes routes;

    ContractMappings(Contract contract, Routes routes) {
        this.contract = contract;
        this.routes = routes;
    }

    @Override
    public String getName() {
        return "contract-mappings";
    }

    @Override
    public void loadMappingsInto(StubMappings stubs) {
        stubs().forEach(stub -> stubs.addMapping(stub.build()));
    }

    /** The stubs of the operations, and one for what they leave. */
    List<MappingBuilder> stubs() {
        var stubs = new ArrayList<MappingBuilder>();
        for (Operation operation : contract.operations()) {
            stubs.add(stub(operation, operation.id(), mediaType(operation)).atPriority(PRIORITY));
            operation.parameters().stream()
                    .filter(Parameter::inQuery)
                    .forEach(parameter -> addMediaTypes(stubs, operation, parameter));
        }
        stubs.add(methodNotAllowed());
        return stubs;
    }

    private void addMediaTypes(List<MappingBuilder> stubs, Operation operation, Parameter parameter) {
        parameter.mediaTypes().forEach((value, mediaType) -> {
            if (!mediaType.equals(mediaType(operation))) {
                stubs.add(stub(operation, operation.id() + " " + parameter.name() + "=" + value, mediaType)
                        .atPriority(PRIORITY_OF_A_MEDIA_TYPE)
                        .withQueryParam(parameter.name(), WireMock.equalTo(value)));
            }
        });
    }

    /** A stub, not a refusal of the guard, so that the user can add a method to a path of the contract. */
    private MappingBuilder methodNotAllowed() {
        return named(WireMock.any(WireMock.urlPathMatching(routes.regex())), METHOD_NOT_ALLOWED)
                .atPriority(LAST)
                .willReturn(WireMock.status(405).withTransformers(ContractAnswers.NAME));
    }

    private MappingBuilder stub(Operation operation, String name, String mediaType) {
        return named(WireMock.request(method(operation), WireMock.urlPathMatching(routes.regex(operation))), name)
                .withMetadata(Map.of("operationId", operation.id()))
                .willReturn(answer(operation.success(), mediaType).withTransformers(ContractAnswers.NAME));
    }

    static MappingBuilder named(MappingBuilder stub, String name) {
        return stub.withId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)))
                .withName(name);
    }

    private static String method(Operation operation) {
        return operation.method().equals("GET") ? RequestMethod.GET_OR_HEAD.value() : operation.method();
    }

    private static ResponseDefinitionBuilder answer(Response response, String mediaType) {
        var answer = WireMock.aResponse().withStatus(response.status());
        response.headers().forEach((name, value) -> {
            if (!value.isEmpty()) {
                answer.withHeader(name, value);
            }
        });
        var content = response.content().get(mediaType);
        if (content != null) {
            answer.withHeader("Content-Type", Examples.contentType(mediaType)).withBody(body(content));
        }
        return answer;
    }

    private static String body(MediaType content) {
        return content.examples().isEmpty()
                ? ""
                : Examples.body(content, content.examples().get(0));
    }

    private static String mediaType(Operation operation) {
        return operation.success().json().map(MediaType::name).orElse("");
    }
}
