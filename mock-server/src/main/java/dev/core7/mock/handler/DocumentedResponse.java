package dev.core7.mock.handler;

import dev.core7.contract.MediaType;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.RequestUrl;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The documented success of an operation in one media type.
 *
 * @param name the name of its WireMock stub
 * @param id the id of its WireMock stub
 * @param format the query parameter and value that select the media type; empty: it is the default
 */
public record DocumentedResponse(String name, UUID id, Optional<FormatParameter> format, MockResponse response) {
    /** The response for methods that a path of the contract does not offer. */
    public static final DocumentedResponse METHOD_NOT_ALLOWED =
            of("method not allowed", Optional.empty(), new MockResponse(405, Map.of(), ""));

    /** A query parameter and its value, such as {@code format=csv}. */
    public record FormatParameter(String parameter, String value) {
        private boolean isIn(RequestUrl url) {
            return url.query().getOrDefault(parameter, List.of()).contains(value);
        }
    }

    /** Returns the success of an operation in each documented media type, the default one first. */
    static List<DocumentedResponse> of(Operation operation) {
        var documented = new ArrayList<DocumentedResponse>();
        String byDefault = operation.success().json().map(MediaType::name).orElse("");
        documented.add(of(operation.id(), Optional.empty(), ExampleResponses.of(operation.success(), byDefault)));
        operation.parameters().stream()
                .filter(Parameter::inQuery)
                .forEach(parameter -> parameter.mediaTypes().forEach((value, mediaType) -> {
                    if (!mediaType.equals(byDefault)) {
                        documented.add(of(
                                operation.id() + " " + parameter.name() + "=" + value,
                                Optional.of(new FormatParameter(parameter.name(), value)),
                                ExampleResponses.of(operation.success(), mediaType)));
                    }
                }));
        return documented;
    }

    /** Returns the response that a request selects. */
    static DocumentedResponse choose(List<DocumentedResponse> defaultFirst, MockRequest request) {
        var byDefault = defaultFirst.get(0);
        if (defaultFirst.size() == 1) {
            return byDefault;
        }
        var url = RequestUrl.parse(request.url());
        return defaultFirst.stream()
                .filter(documented ->
                        documented.format.map(format -> format.isIn(url)).orElse(false))
                .findFirst()
                .orElse(byDefault);
    }

    private static DocumentedResponse of(String name, Optional<FormatParameter> format, MockResponse response) {
        return new DocumentedResponse(name, id(name), format, response);
    }

    /** Returns the id of the stub with a name, the same on every mock. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
