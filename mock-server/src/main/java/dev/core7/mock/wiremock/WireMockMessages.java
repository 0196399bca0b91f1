package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.MockResponse;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Converts requests and responses between WireMock's types and the mock's. */
public final class WireMockMessages {
    private WireMockMessages() {}

    /** Returns a view of a WireMock request. */
    static MockRequest request(Request request) {
        return new MockRequest() {
            @Override
            public String method() {
                return request.getMethod().value();
            }

            @Override
            public String url() {
                return request.getUrl();
            }

            @Override
            public String absoluteUrl() {
                return request.getAbsoluteUrl();
            }

            @Override
            public @Nullable String header(String name) {
                return request.getHeader(name);
            }

            @Override
            public List<String> headers(String name) {
                return request.containsHeader(name) ? request.header(name).values() : List.of();
            }

            @Override
            public byte[] body() {
                byte[] body = request.getBody();
                return body == null ? new byte[0] : body;
            }
        };
    }

    /** Returns status, headers and body of a WireMock response definition. */
    static MockResponse response(ResponseDefinition definition) {
        var headers = new LinkedHashMap<String, String>();
        if (definition.getHeaders() != null) {
            definition.getHeaders().all().forEach(header -> headers.put(header.key(), header.firstValue()));
        }
        String body = definition.getBody();
        return new MockResponse(definition.getStatus(), headers, body == null ? "" : body);
    }

    /** Returns a WireMock response definition for a response. */
    public static ResponseDefinition definition(MockResponse response) {
        var definition = ResponseDefinitionBuilder.responseDefinition().withStatus(response.status());
        response.headers().forEach(definition::withHeader);
        return (response.body().isEmpty() ? definition : definition.withBody(response.body())).build();
    }
}
