package dev.core7.mock.handler;

import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.mock.http.AcceptHeader;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.RequestUrl;

/** Selects the media type of a documented response by the request's {@code Accept} header. */
final class ContentNegotiation {
    private ContentNegotiation() {}

    /** Returns the documented success in the preferred media type; a media type named in the query takes precedence. */
    static MockResponse negotiate(MockRequest request, Operation operation, MockResponse documented) {
        var content = operation.success().content();
        if (content.size() < 2 || request.header(AcceptHeader.NAME) == null || isNamedInQuery(request, operation)) {
            return documented;
        }
        return AcceptHeader.of(request)
                .best(content.keySet())
                .map(content::get)
                .flatMap(preferred -> preferred.examples().stream()
                        .findFirst()
                        .map(example -> ExampleResponses.of(operation.success(), preferred, example)))
                .orElse(documented);
    }

    private static boolean isNamedInQuery(MockRequest request, Operation operation) {
        var query = RequestUrl.parse(request.url()).query();
        return operation.parameters().stream()
                .filter(parameter -> !parameter.mediaTypes().isEmpty())
                .map(Parameter::name)
                .anyMatch(query::containsKey);
    }
}
